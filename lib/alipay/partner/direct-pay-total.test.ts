import { expect, it } from 'vitest'
import { directPayTotalFen } from './direct-pay-total'

it.each<[Record<string, string>, number | undefined]>([
  [{ total_fee: '0.01' }, 1],
  [{ price: '0.01', quantity: '3' }, 3],
  [{ total_fee: '0.001' }, undefined],
  [{ price: '0.01' }, undefined],
  [{ quantity: '1' }, undefined],
  [{}, undefined],
])('[F10] The total of %j is %s fen', (params, fen) => {
  expect(directPayTotalFen((name) => params[name])).toBe(fen)
})
