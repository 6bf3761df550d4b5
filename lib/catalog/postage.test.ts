import { expect, it } from 'vitest'
import { shippingWays } from './postage'

const tea = { virtual: false, freePostage: false }
const card = { virtual: true, freePostage: false }
const sample = { virtual: false, freePostage: true }
const inWords = (...args: Parameters<typeof shippingWays>) =>
  shippingWays(...args).map(({ type, feeFen, payer }) => `${type} ${feeFen} ${payer}`)

it('[F10] The buyer bears one of three flat rates, up to 98.99 yuan of goods', () => {
  expect(inWords(9899, [tea])).toEqual(['EXPRESS 1000 BUYER', 'EMS 2000 BUYER', 'POST 500 BUYER'])
})

it('[F10] The seller bears express from 99 yuan of goods on, and of goods that are sent free', () => {
  expect(inWords(9900, [tea])).toEqual(['EXPRESS 0 SELLER', 'EMS 2000 BUYER'])
  expect(inWords(1, [sample, card])).toEqual(['EXPRESS 0 SELLER', 'EMS 2000 BUYER'])
  expect(inWords(1, [sample, tea])).toHaveLength(3)
})

it('[F5] Virtual goods are not sent at all', () => {
  expect(inWords(500, [card])).toEqual([])
})
