import { expect, it } from 'vitest'
import { BLANK_PRODUCT } from '@/lib/catalog/product-fields'
import { editedByButton } from './edited-by-button'

const FIELDS = { ...BLANK_PRODUCT, name: '绿茶', pictures: ['a', 'b', 'c'] }

it.each([
  ['picture-up.2', ['a', 'c', 'b']],
  ['picture-down.0', ['b', 'a', 'c']],
  ['picture-up.0', ['a', 'b', 'c']],
  ['picture-down.2', ['a', 'b', 'c']],
  ['picture-remove.1', ['a', 'c']],
  ['picture-remove.9', ['a', 'b', 'c']],
  ['picture-up.x', ['a', 'b', 'c']],
  ['upload', ['a', 'b', 'c']],
])('the button %s leaves the pictures %j, and what was typed', (button, pictures) => {
  expect(editedByButton(FIELDS, button)).toEqual({ fields: { ...FIELDS, pictures }, place: '#pictures' })
})

it('a variant or a fact is added to the form, and the button that saves changes nothing', () => {
  expect(editedByButton(FIELDS, 'add-variant')?.fields.variants).toHaveLength(2)
  expect(editedByButton(FIELDS, 'add-fact')?.fields.facts).toHaveLength(2)
  for (const button of ['', 'save', 'toString']) expect(editedByButton(FIELDS, button)).toBeUndefined()
})
