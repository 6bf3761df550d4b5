import { expect, it } from 'vitest'
import { readQuantity } from './cart'

it('[#68] Only whole numbers from 1 to 999 are quantities', () => {
  expect(['1', ' 12 ', '999'].map(readQuantity)).toEqual([1, 12, 999])
  const others = ['0', '-1', '1.5', '1e9', '1000000000', '1000', '', '２', 'NaN', '0x1', null, undefined, 1]
  expect(others.map(readQuantity)).toEqual(others.map(() => undefined))
})
