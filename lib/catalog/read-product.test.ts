import { describe, expect, it } from 'vitest'
import {
  BLANK_FACT,
  BLANK_PRODUCT,
  BLANK_VARIANT,
  type FactFields,
  type ProductFields,
  productFields,
  type VariantFields,
} from './product-fields'
import { readProduct } from './read-product'

const aVariant = (variant: Partial<VariantFields> = {}): VariantFields => ({
  ...BLANK_VARIANT,
  price: '128.00',
  stock: '100',
  ...variant,
})

const GOOD: ProductFields = {
  ...BLANK_PRODUCT,
  ...{ slug: 'green-tea', name: '绿茶', nameEn: 'Green tea', category: 'tea' },
  ...{ description: '清香。', descriptionEn: 'Fresh.' },
  ...{ virtual: false, freePostage: true, onSale: true, seenRevision: '' },
  variants: [aVariant()],
}

const errorsIn = (fields: Partial<ProductFields>, charset: 'utf-8' | 'gbk' = 'utf-8') => {
  const product = readProduct({ ...GOOD, ...fields }, charset)
  return product.ok ? {} : product.errors
}

it('A product that is right is read into fen and whole numbers, its texts tidied', () => {
  const variants = [
    aVariant({ id: 'a', name: ' 50  克 ', price: '0.1', stock: '0', seenStock: '7' }),
    aVariant({ id: 'b', removed: true }),
    { ...BLANK_VARIANT },
    aVariant({ name: '100 克', price: '1000000' }),
  ]
  const product = readProduct({ ...GOOD, description: ' 第一行\r\n第二行 ', variants }, 'gbk')
  expect(product).toMatchObject({
    ok: true,
    draft: {
      ...{
        slug: 'green-tea',
        name: '绿茶',
        category: 'tea',
        freePostage: true,
        description: '第一行 第二行',
      },
      variants: [
        { row: 0, id: 'a', name: '50 克', priceFen: 10, stock: 0, seenStock: 7 },
        { row: 3, id: '', name: '100 克', priceFen: 1_000_000_00, stock: 100, seenStock: 0 },
      ],
      removed: ['b'],
    },
  })
})

it('Tags are words between commas of either language, each once; details keep their paragraphs; blank facts are none', () => {
  const fact = { label: ' 产地 ', labelEn: 'Origin', value: '西湖', valueEn: '' }
  const typed = {
    ...{ tags: '绿茶、龙井，绿茶, 西湖；', tagsEn: ' green  tea ;; oolong', badge: ' 新茶 ' },
    ...{
      details: '一\r\n二\r\n \r\n\r\n三 ',
      facts: [BLANK_FACT, fact],
      pictures: ['/pictures/longjing.svg'],
    },
  }
  expect(readProduct({ ...GOOD, ...typed }, 'utf-8')).toMatchObject({
    draft: {
      ...{ tags: ['绿茶', '龙井', '西湖'], tagsEn: ['green tea', 'oolong'], badge: '新茶' },
      ...{
        details: '一 二\n\n三',
        facts: [{ ...fact, label: '产地' }],
        pictures: ['/pictures/longjing.svg'],
      },
    },
  })
})

describe('What is wrong is said at its field', () => {
  it.each(['', 'Tea', 'a b', '-a', 'a-', 'a--b', '../x', '茶', 'a'.repeat(61), 'a\n'])('slug %j', (slug) =>
    expect(Object.keys(errorsIn({ slug }))).toEqual(['slug']),
  )
  it.each(['', ' ', '茶'.repeat(61), '茶\x07', '茶&price=1'])('name %j', (name) =>
    expect(Object.keys(errorsIn({ name }))).toEqual(['name']),
  )
  it.each(['x'.repeat(121), 'tea\x07', 'tea&price=1'])('English name %j', (nameEn) =>
    expect(Object.keys(errorsIn({ nameEn }))).toEqual(['nameEn']),
  )
  it('no category', () => expect(Object.keys(errorsIn({ category: '' }))).toEqual(['category']))
  it.each(['茶'.repeat(2_001), '茶\0', '茶\n\n\x07'])('details %#', (details) =>
    expect(Object.keys(errorsIn({ details }))).toEqual(['details']),
  )
  it('a badge or tags that are too long, or too many', () => {
    expect(Object.keys(errorsIn({ badge: '一二三四五六七', badgeEn: 'x'.repeat(13) }))).toEqual([
      'badge',
      'badgeEn',
    ])
    expect(Object.keys(errorsIn({ tags: '茶'.repeat(31) }))).toEqual(['tags'])
    const thirteen = Array.from({ length: 13 }, (_, index) => `t${index}`).join()
    expect(Object.keys(errorsIn({ tagsEn: thirteen }))).toEqual(['tagsEn'])
  })
  it('facts that lack a half, or are too long', () => {
    const aFact = (fact: Partial<FactFields>) => ({ ...BLANK_FACT, ...fact })
    const facts = [
      aFact({ label: '产地' }),
      aFact({ valueEn: 'x' }),
      aFact({ label: '茶', value: '茶'.repeat(101) }),
    ]
    expect(Object.keys(errorsIn({ facts }))).toEqual([
      'facts.0.value',
      'facts.1.label',
      'facts.1.value',
      'facts.2.value',
    ])
  })
  it.each([
    'https://evil.example/a.png',
    '//evil.example',
    '/merchant',
    '/pictures/../x',
    'javascript:alert(1)',
  ])('a picture at %s', (picture) =>
    expect(Object.keys(errorsIn({ pictures: ['/pictures/longjing.svg', picture] }))).toEqual(['pictures']),
  )
  it.each(['', '茶'.repeat(401), '茶\0'])('description %#', (description) =>
    expect(Object.keys(errorsIn({ description }))).toEqual(['description']),
  )
  it.each(['', '0', '0.00', '-1', '1.234', '1e3', '１', '1000000.01', '1,000', 'x'])('price %j', (price) =>
    expect(Object.keys(errorsIn({ variants: [aVariant({ price })] }))).toEqual(['variants.0.price']),
  )
  it.each(['', '-1', '1.5', '1000001', '99999999', '1e3', '０', 'x'])('stock %j', (stock) =>
    expect(Object.keys(errorsIn({ variants: [aVariant({ stock })] }))).toEqual(['variants.0.stock']),
  )

  it('[F5] what the account’s charset cannot carry, only where it cannot', () => {
    const fields = {
      name: '茶🍵',
      nameEn: 'Rosé Oolong ☘️',
      description: '😀',
      descriptionEn: '☘️',
      variants: [aVariant({ name: 'é小', nameEn: 'Pâté' }), aVariant({ name: '𠮷' })],
    }
    expect(errorsIn(fields)).toEqual({})
    expect(errorsIn(fields, 'gbk').name?.zh).toContain('🍵')
    expect(Object.keys(errorsIn(fields, 'gbk'))).toEqual([
      'name',
      'nameEn',
      'variants.0.nameEn',
      'variants.1.name',
    ])
  })

  it('[F5] an English name that cannot be sent either: an order is called by it', () => {
    const fields = { nameEn: 'Tea 🍵', variants: [aVariant({ nameEn: 'Tea&price=1' })] }
    expect(Object.keys(errorsIn(fields, 'gbk'))).toEqual(['nameEn', 'variants.0.nameEn'])
    expect(errorsIn({ nameEn: 'Tea 🍵' })).toEqual({})
  })

  it('variants without a name, or of the same name, where there are several', () => {
    const variants = [aVariant({ name: '' }), aVariant({ name: '小' }), aVariant({ name: ' 小 ' })]
    expect(Object.keys(errorsIn({ variants }))).toEqual(['variants.0.name', 'variants.2.name'])
  })

  it('a product with nothing left to buy', () => {
    for (const variants of [[], [BLANK_VARIANT], [aVariant({ id: 'a', removed: true })]])
      expect(Object.keys(errorsIn({ variants }))).toEqual(['variants'])
  })

  it('all of it at once', () => {
    const variants = [aVariant({ price: 'x', stock: '' })]
    const blank = { slug: '', name: '', description: '', category: '', variants }
    expect(Object.keys(errorsIn(blank)).sort()).toEqual(
      ['category', 'description', 'name', 'slug', 'variants.0.price', 'variants.0.stock'].sort(),
    )
  })
})

it('A form is read as it was typed, whatever program sent it', () => {
  const form = new FormData()
  for (const [name, value] of Object.entries({ slug: ' tea ', name: ' x', onSale: 'on' }))
    form.append(name, value)
  for (const [name, value] of Object.entries({
    id: 'a',
    price: '1',
    stock: '2',
    seenStock: '3',
    removed: 'on',
  }))
    form.append(`variants.0.${name}`, value)
  form.append('variants.1.price', '')
  form.append('variants.999.price', '1')
  form.append('nameEn', new File(['x'], 'x'))
  form.append('pictures.0.path', '/pictures/longjing.svg')
  form.append('facts.2.label', '产地')
  expect(productFields(form)).toMatchObject({
    ...{ slug: 'tea', name: ' x', nameEn: '', onSale: true, virtual: false },
    variants: [
      { id: 'a', price: '1', stock: '2', seenStock: '3', removed: true },
      { price: '', removed: false },
    ],
    pictures: ['/pictures/longjing.svg'],
    facts: [{ label: '产地', labelEn: '', value: '', valueEn: '' }],
  })
})
