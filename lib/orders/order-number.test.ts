import { expect, it } from 'vitest'
import { newOrderNo } from './order-number'

it('[T3.1h] [T3.3b] An order number begins with the Beijing date and has 16 random digits behind it', () => {
  expect(newOrderNo(new Date('2026-11-22T16:00:00Z'))).toMatch(/^20261123\d{16}$/)
})

it('[T4.2] [F6] Ten thousand order numbers of one moment are all different', () => {
  const moment = new Date()
  expect(new Set(Array.from({ length: 10_000 }, () => newOrderNo(moment))).size).toBe(10_000)
})
