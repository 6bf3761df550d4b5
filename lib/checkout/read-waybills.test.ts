import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOST_WAYBILLS, readWaybills } from './read-waybills'

const NO = '202611220000000000000001'
const read = (text: string) => {
  const result = readWaybills(text)
  return result.ok
    ? result.lines.map(({ orderNo, waybill, carrier }) => [orderNo, waybill, carrier])
    : result.code
}

describe('A line', () => {
  it.each([
    [`${NO}\tSF1234567890`, ''],
    [`${NO},SF1234567890`, ''],
    [`${NO}  SF1234567890 `, ''],
    [`${NO}，SF1234567890`, ''],
    [`${NO}、 SF1234567890`, ''],
    [`${NO}　ＳＦ１２３４５６７８９０`, ''],
    [`"${NO}\t","SF1234567890"`, ''],
    [`="${NO}",="SF1234567890"`, ''],
    [`'${NO},'SF1234567890,,`, ''],
    [`${NO},SF1234567890,顺丰速运`, '顺丰速运'],
    [`${NO} SF1234567890 SF Express`, 'SF Express'],
    [`${NO}\tSF1234567890\t 中国邮政（国际） `, '中国邮政（国际）'],
    [`\ufeff${NO}\tSF1234567890\t顺丰`, '顺丰'],
  ])('%j is an order, a waybill and perhaps a carrier', (text, carrier) =>
    expect(read(text)).toEqual([[NO, 'SF1234567890', carrier]]),
  )

  it.each([NO, `${NO},`, `${NO},,顺丰`, `${NO}\t\t顺丰`])('%j has no waybill', (text) =>
    expect(read(text)).toEqual([[NO, '', text.includes('顺') ? '顺丰' : '']]),
  )
})

describe('Lines', () => {
  it('end as Windows, a spreadsheet or a person ends them, and blank ones only count', () => {
    const result = readWaybills(`\r\n${NO} A1\r\n \t\r${NO} A2\n\n${NO} A3\n`)
    expect(result.ok && result.lines.map(({ line, waybill }) => [line, waybill])).toEqual([
      [2, 'A1'],
      [4, 'A2'],
      [6, 'A3'],
    ])
  })

  it('may have a heading, which is the first and has no digit in its order number', () => {
    expect(read(`订单号\t运单号\t物流公司\n${NO}\tA1`)).toEqual([[NO, 'A1', '']])
    expect(read(`Order number,Waybill 1\n${NO},A1`)).toEqual([[NO, 'A1', '']])
    expect(read(`${NO},A1\nno heading`)).toEqual([
      [NO, 'A1', ''],
      ['no', 'heading', ''],
    ])
  })

  it.each(['', ' \n\t\r\n', '订单号,运单号', '\0'])('are missing in %j', (text) =>
    expect(read(text)).toBe('no_lines'),
  )

  it(`are at most ${MOST_WAYBILLS}`, () => {
    expect(read(`${NO} A1\n`.repeat(MOST_WAYBILLS))).toHaveLength(MOST_WAYBILLS)
    expect(read(`${NO} A1\n`.repeat(MOST_WAYBILLS + 1))).toBe('too_many')
    expect(read(`${NO} A1\n`.repeat(10_000))).toBe('too_many')
  })
})

it('Whatever the separators, line ends and forms of letters, the same is read', () => {
  const full = (text: string) =>
    text.replace(/[!-~]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) + 0xfee0))
  const orderNo = fc.stringMatching(/^\d{8,24}$/)
  const waybill = fc.stringMatching(/^[A-Z0-9-]{1,32}$/)
  const carrier = fc.constantFrom('', '顺丰速运', 'SF Express', '中通')
  const separator = fc.constantFrom(',', '，', '\t', ' ', '　', ', ', '、', ' \t ', '   ')
  const end = fc.constantFrom('\n', '\r\n', '\r', '\n\n', '\r\n \r\n')
  const line = fc.record({ orderNo, waybill, carrier, separator, end, isFull: fc.boolean() })
  fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 20 }), fc.boolean(), (lines, hasHeading) => {
      const texts = lines.map(({ orderNo, waybill, carrier, separator, end, isFull }) => {
        const cells = [orderNo, waybill].map((cell) => (isFull ? full(cell) : cell))
        return [...cells, ...(carrier ? [carrier] : [])].join(separator) + end
      })
      expect(read((hasHeading ? '订单号，运单号\n' : '') + texts.join(''))).toEqual(
        lines.map(({ orderNo, waybill, carrier }) => [orderNo, waybill, carrier]),
      )
    }),
  )
})

it('No text breaks it, and no cell has a separator, a line end or a blank at its edge', () => {
  const character = fc.constantFrom(...' \t,，\r\n"=\0\ud800　１a1单'.split(''))
  fc.assert(
    fc.property(fc.string({ unit: character, maxLength: 60 }), (text) => {
      const result = readWaybills(text)
      if (!result.ok) return
      for (const { orderNo, waybill, carrier } of result.lines) {
        expect(`${orderNo}|${waybill}`).not.toMatch(/[\s,，"]/)
        expect(carrier).not.toMatch(/[\t\r\n,"\0]|^ | $/)
      }
    }),
  )
})
