import { expect, it } from 'vitest'
import { yuan } from './format'

it.each([
  [0, '¥0.00'],
  [1, '¥0.01'],
  [100_001, '¥1,000.01'],
  [123_456_789, '¥1,234,567.89'],
  [-50, '-¥0.50'],
])('%i fen is %s', (fen, text) => expect(yuan(fen)).toBe(text))
