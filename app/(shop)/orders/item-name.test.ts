import { expect, it } from 'vitest'
import { itemName, itemParts } from './item-name'

const item = (name: string) => ({
  name,
  product: { name: '青瓷品茗杯', nameEn: 'Celadon tasting cup', slug: 'celadon-cup', picture: '' },
  variant: { name: '单只', nameEn: 'single' },
})

it.each(['青瓷品茗杯 · 单只', '青瓷品茗杯 单只', 'Celadon tasting cup · single'])(
  '%s is a product and its variant, in either language',
  (name) => {
    expect(itemParts(item(name), 'zh')).toEqual({ title: '青瓷品茗杯', kind: '单只', isRecorded: false })
    const en = { title: 'Celadon tasting cup', kind: 'single', isRecorded: false }
    expect(itemParts(item(name), 'en')).toEqual(en)
    expect(itemName(item(name), 'zh')).toBe('青瓷品茗杯 · 单只')
    expect(itemName(item(name), 'en')).toBe('Celadon tasting cup · single')
  },
)

it('What is named otherwise by now, or is gone, keeps the name of the order', () => {
  const old = { title: '青瓷品茗杯', kind: '一套', isRecorded: true }
  for (const name of ['青瓷品茗杯 · 一套', '青瓷品茗杯 一套'])
    expect(itemParts(item(name), 'en')).toEqual(old)
  const other = { title: '青瓷品茗杯子', kind: '', isRecorded: false }
  expect(itemParts(item('青瓷品茗杯子'), 'zh')).toEqual(other)
  const gone = { name: '绿茶 · 50 克', product: null, variant: null }
  expect(itemParts(gone, 'en')).toEqual({ title: '绿茶 · 50 克', kind: '', isRecorded: true })
  const goneToo = { ...gone, name: '绿茶 50 克' }
  expect(itemParts(goneToo, 'en')).toEqual({ title: '绿茶 50 克', kind: '', isRecorded: true })
  expect(itemParts(item('绿茶 50 克'), 'en')).toEqual({ title: '绿茶 50 克', kind: '', isRecorded: true })
  const plain = { ...item('青瓷品茗杯'), variant: { name: '', nameEn: '' } }
  expect(itemParts(plain, 'zh').kind).toBe('')
})
