import { sign as cryptoSign } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ALIPAY_KEY, done, failed, openAnswer, openApp } from '../testing/open-account'
import { membersOf } from './json-members'
import { readJsonAnswer } from './read-answer'

const QUERY = 'alipay.trade.query'
const trade = { out_trade_no: '2026112901', trade_no: '2026112922001', trade_status: 'TRADE_SUCCESS', total_amount: '0.01' } // prettier-ignore
const read = (bytes: Buffer | string) => readJsonAnswer(Buffer.from(bytes), [QUERY], openApp.alipayPublicKey)
const genuine = openAnswer(QUERY, done(trade)).toString()
const slice = JSON.stringify(done(trade))
const signOf = (text: string) => cryptoSign('RSA-SHA256', Buffer.from(text), ALIPAY_KEY).toString('base64')
const sign = signOf(slice)

describe('[O3] An answer', () => {
  it('that is signed over the bytes of its response is read, with what it holds as text', () => {
    const inside =
      '{"code":"10000","msg":"Success","a":"https:\\/\\/x","b":12.50,"c":[{"d":"}\\"sign\\""}],"茶":"茶"}'
    const answer = read(`{"alipay_trade_query_response":${inside},"sign":"${signOf(inside)}"}`)
    expect(answer).toEqual({
      kind: 'signed',
      params: new Map([
        ['code', '10000'],
        ['msg', 'Success'],
        ['a', 'https://x'],
        ['b', '12.50'],
        ['c', '[{"d":"}\\"sign\\""}]'],
        ['茶', '茶'],
      ]),
      unreadable: [],
      signedText: inside,
      sign: signOf(inside),
      mysign: null,
    })
  })

  it.each([
    ['the sign first', `{"sign":"${sign}","alipay_trade_query_response":${slice}}`],
    ['the number of a certificate between', `{"alipay_trade_query_response":${slice},"alipay_cert_sn":"ab","sign":"${sign}"}`],
    ['blanks and line breaks around', ` {\n"alipay_trade_query_response" : ${slice} ,\r\n\t"sign":"${sign}"} \n`],
  ])('is read with %s', (_what, text) => expect(read(text)).toMatchObject({ kind: 'signed' })) // prettier-ignore

  it.each([
    ['a signed refusal', openAnswer(QUERY, failed('ACQ.TRADE_NOT_EXIST')), { kind: 'refused', code: 'TRADE_NOT_EXIST', signed: true }],
    ['an unsigned refusal', `{"error_response":${JSON.stringify(failed('isv.invalid-app-id', '40002'))}}`, { kind: 'refused', code: 'isv.invalid-app-id', signed: false }],
    ['an unsigned refusal about a trade', `{"alipay_trade_query_response":${JSON.stringify(failed('ACQ.TRADE_NOT_EXIST'))}}`, { kind: 'refused', code: 'TRADE_NOT_EXIST', signed: false }],
    ['a refusal without a sub_code', openAnswer(QUERY, { code: '40006', msg: 'x' }), { kind: 'refused', code: '40006', signed: true }],
    ['20000', openAnswer(QUERY, failed('isp.unknow-error', '20000')), { kind: 'unsure', code: 'isp.unknow-error' }],
    ['ACQ.SYSTEM_ERROR', openAnswer(QUERY, failed('ACQ.SYSTEM_ERROR')), { kind: 'unsure', code: 'SYSTEM_ERROR' }],
  ])('tells %s from the others', (_what, bytes, expected) => expect(read(bytes)).toEqual(expected)) // prettier-ignore
})

describe('[#80] Only what was verified is read', () => {
  const forged = JSON.stringify(done({ ...trade, total_amount: '999.00' }))
  const response = (text: string) => `"alipay_trade_query_response":${text}`
  it.each([
    ['a second response after the signed one', `{${response(slice)},${response(forged)},"sign":"${sign}"}`, 'member_twice'],
    ['a second response before it', `{${response(forged)},${response(slice)},"sign":"${sign}"}`, 'member_twice'],
    ['a second one whose name is written with an escape', `{${response(slice)},"alipay_trade_query_respons\\u0065":${forged},"sign":"${sign}"}`, 'member_twice'],
    ['a second sign', `{${response(forged)},"sign":"${sign}","sign":"${signOf(forged)}"}`, 'member_twice'],
    ['an error beside it', `{${response(slice)},"error_response":${forged},"sign":"${sign}"}`, 'no_response'],
    ['the response of another method', `{"alipay_trade_refund_response":${slice},"sign":"${sign}"}`, 'no_response'],
    ['a doubled member in the response', `{${response(slice.replace('{', '{"total_amount":"9",'))},"sign":"${signOf(slice.replace('{', '{"total_amount":"9",'))}"}`, 'member_twice'],
    ['other bytes than those that were signed', genuine.replace('0.01', '9.01'), 'wrong_sign'],
    ['the same value in other bytes', genuine.replace('"0.01"', '"0.0\\u0031"'), 'wrong_sign'],
    ['a blank more', genuine.replace('{"code"', '{ "code"'), 'wrong_sign'],
    ['a sign within the response', `{${response(slice.replace('}', `,"sign":"${sign}"}`))}}`, 'no_sign'],
    ['no sign', `{${response(slice)}}`, 'no_sign'],
    ['a sign that is no text', `{${response(slice)},"sign":[]}`, 'no_sign'],
    ['text after the object', `${genuine}{}`, 'not_json'],
    ['an object before it', `{}${genuine}`, 'not_json'],
    ['a byte order mark', `\ufeff${genuine}`, 'not_json'],
    ['an end too early', genuine.slice(0, -1), 'not_json'],
    ['a comma too many', genuine.replace(/}$/, ',}'), 'not_json'],
    ['a response nested too deep', `{${response('['.repeat(100_000))}`, 'not_json'],
    ['a response that is no object', `{${response('"x"')},"sign":"${signOf('"x"')}"}`, 'not_json'],
    ['nothing', '', 'not_json'],
    ['a page', '<html>', 'not_json'],
    ['too many bytes', 'x'.repeat(256 * 1024 + 1), 'too_long'],
    ['a code that is none', openAnswer(QUERY, { code: 'a b' }).toString(), 'no_response'],
  ])('%s is not believed', (_what, text, code) => {
    expect(read(text)).toMatchObject({ kind: 'unbelievable', code })
  }) // prettier-ignore

  it('an answer signed by another key is not believed', () => {
    expect(read(openAnswer(QUERY, done(trade), openApp.privateKey))).toMatchObject({
      kind: 'unbelievable',
      code: 'wrong_sign',
    })
  })
})

describe('[#80] The members of a JSON object', () => {
  it('are those that JSON.parse finds, each in the characters that it was sent in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue({ maxDepth: 4 })), (object) => {
        const found = membersOf(JSON.stringify(object, null, 1))
        const expected = Object.entries(JSON.parse(JSON.stringify(object)) as object)
        if (!found.ok) throw new Error(found.code)
        const read = [...found.members].map(([name, json]) => [name, JSON.parse(json) as unknown] as const)
        expect(new Map(read)).toEqual(new Map(expected))
      }),
    ) // prettier-ignore
  })

  it('are never found in what JSON.parse refuses, nor is anything found twice', () => {
    const pieces = fc.array(fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '"a"', '"b"', '\\', '1', ' '), { maxLength: 12 }) // prettier-ignore
    fc.assert(
      fc.property(pieces, (list) => {
        const text = list.join('')
        const found = membersOf(text)
        if (!found.ok) return
        for (const json of found.members.values()) expect(json.trim()).toBe(json)
        // what is inside a value is left to JSON.parse
        const outside = `{${[...found.members.keys()].map((name) => `${JSON.stringify(name)}:0`).join(',')}}`
        expect(Object.keys(JSON.parse(outside) as object)).toHaveLength(found.members.size)
      }),
      { numRuns: 2_000 },
    )
  })
})
