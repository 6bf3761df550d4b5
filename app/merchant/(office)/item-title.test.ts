import { expect, it } from 'vitest'
import { itemTitle } from './item-title'

type Item = Parameters<typeof itemTitle>[0]

const item = (name: string, changes: Partial<Item> = {}): Item => ({
  ...{ id: '1', orderId: '1', productId: '1', variantId: '1', position: 0, priceFen: 1, quantity: 2 },
  product: { slug: 'celadon-cup', name: '青瓷品茗杯', nameEn: 'Celadon tasting cup', picture: '' },
  variant: { name: '单只', nameEn: 'single' },
  name,
  ...changes,
})

it.each(['青瓷品茗杯 单只', '青瓷品茗杯 · 单只'])(
  '%s is a product and its kind, in both languages',
  (name) => {
    expect(itemTitle(item(name), 'zh')).toEqual({ name: '青瓷品茗杯', kind: '单只', isTranslated: true })
    const en = { name: 'Celadon tasting cup', kind: 'single', isTranslated: true }
    expect(itemTitle(item(name), 'en')).toEqual(en)
  },
)

it('What has another name by now, or is gone, keeps the name of the order', () => {
  const old = { name: '青瓷品茗杯', kind: '一套', isTranslated: false }
  expect(itemTitle(item('青瓷品茗杯 一套'), 'en')).toEqual(old)
  const gone = { name: '绿茶 50 克', kind: '', isTranslated: false }
  expect(itemTitle(item('绿茶 50 克'), 'en')).toEqual(gone)
  expect(itemTitle(item('绿茶 50 克', { product: null, variant: null }), 'en')).toEqual(gone)
  expect(itemTitle(item('青瓷品茗杯', { variant: { name: '', nameEn: '' } }), 'zh').kind).toBe('')
})
