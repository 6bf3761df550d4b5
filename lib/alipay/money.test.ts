import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatYuan, parseSignedYuan, parseYuan } from './money'

const MAX_FEN = 99_999_999_999 // nine digits of yuan

describe('amounts', () => {
  it.each([
    ['0.01', 1],
    ['0.00', 0],
    ['0', 0],
    ['5', 500],
    ['5.1', 510],
    ['100.00', 10_000],
    ['1000000.00', 100_000_000],
    ['999999999.99', MAX_FEN],
  ])('[T3.4a] "%s" yuan are %i fen', (text, fen) => {
    expect(parseYuan(text)).toBe(fen)
  })

  it.each([
    '',
    ' ',
    '1e2',
    '+100.00',
    '-100',
    '-0.01',
    '１００.００',
    '100.001',
    '0.001',
    'NaN',
    'Infinity',
    '0x10',
    '1,000.00',
    '100.',
    '.5',
    '00.01',
    '0100.00',
    ' 100.00',
    '100.00 ',
    '100.00\n',
    '1000000000.00',
    '100,00',
    '١',
    'null',
  ])('[#24] %j is not an amount', (text) => {
    expect(parseYuan(text)).toBeUndefined()
  })

  it.each([
    ['-3.00', -300],
    ['3.00', 300],
    ['-0.01', -1],
  ])('[T4.2b] a discount may be negative: "%s" is %i fen', (text, fen) => {
    expect(parseSignedYuan(text)).toBe(fen)
  })

  it.each(['--3.00', '+3.00', '- 3.00', '-', '', '3.00-', '−3.00'])('[#24] %j is not a discount', (text) => {
    expect(parseSignedYuan(text)).toBeUndefined()
  })

  it.each([0.5, NaN, Infinity, 2 ** 53])('[#24] %d is not whole fen, and is not written', (fen) => {
    expect(() => formatYuan(fen)).toThrow(RangeError)
  })

  it('[#24] what is written has two decimals, and is read as the same fen', () => {
    fc.assert(
      fc.property(fc.integer({ min: -MAX_FEN, max: MAX_FEN }), (fen) => {
        const text = formatYuan(fen)
        expect(text).toMatch(/^-?(0|[1-9]\d*)\.\d\d$/)
        expect(parseSignedYuan(text)).toBe(fen)
        expect(parseYuan(text)).toBe(fen < 0 ? undefined : fen)
      }),
    )
  })

  it('[#24] nothing is read but what would be written, or that without its last zeros', () => {
    const nearlyAnAmount = fc.string({ unit: fc.constantFrom(...'0123456789.-+e ,０\n'), maxLength: 13 })
    fc.assert(
      fc.property(fc.oneof(nearlyAnAmount, fc.string()), (text) => {
        const fen = parseYuan(text)
        if (fen === undefined) return
        const full = formatYuan(fen)
        expect([full, full.replace(/0$/, ''), full.replace(/\.00$/, '')]).toContain(text)
      }),
      { numRuns: 2000 },
    )
  })
})
