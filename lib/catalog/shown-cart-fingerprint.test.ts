import { expect, it } from 'vitest'
import type { CartLine } from './cart'
import { shownCartFingerprint } from './shown-cart-fingerprint'

const seen = (changes: Partial<CartLine> = {}) =>
  shownCartFingerprint([
    {
      ...{
        variantId: 'v',
        productId: 'p',
        slug: 's',
        title: '盖碗',
        kind: '',
        name: '盖碗',
        picture: '',
        category: 'ware',
      },
      ...{ priceFen: 1_000, quantity: 2, stock: 9, virtual: false, freePostage: false, problem: null },
      ...changes,
    },
  ])

it('[#68] Other goods, quantities, prices or postage are another order, also where the total is the same', () => {
  expect(seen({ variantId: 'w' })).not.toBe(seen())
  expect(seen({ quantity: 1, priceFen: 2_000 })).not.toBe(seen())
  expect(seen({ freePostage: true })).not.toBe(seen())
  expect(seen({ virtual: true })).not.toBe(seen())
})

it('A name in another language, or a stock that still suffices, is the same order', () => {
  expect(seen({ name: 'Gaiwan', stock: 8 })).toBe(seen())
})
