import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Charset } from '../charset'
import { MAX_ANSWER_BYTES } from '../http'
import { readXmlAnswer } from './read-xml-answer'
import { rawParams, toRaw } from '../params'
import { md5Sign } from './sign'
import { stringToSign } from './string-to-sign'
import { anyCharsetAndParams } from '../testing/arbitraries'
import own from './vectors-own.json'
import { xmlFailure, xmlSuccess } from './write-xml-answer'

const KEY = '0123456789abcdef0123456789abcdef'
const vector = (start: string) => {
  const found = own.vectors.find(({ id }) => id.startsWith(start))
  if (!found?.params) throw new Error(`no vector ${start}`)
  return { params: found.params as unknown as Record<string, string>, sign: found.expected_sign }
}
const answer = (element: string, params: Record<string, string>, charset: Charset = 'utf-8') =>
  xmlSuccess({ response: { element, params: Object.entries(params) } }, KEY, charset)
const read = (xml: string | Buffer) => readXmlAnswer(Buffer.from(xml), KEY)
const edited = (change: (xml: string) => string) =>
  read(change(answer('trade', vector('E14').params).toString()))

describe('[F1a] The answer of', () => {
  it.each([
    ['send_goods_confirm_by_platform', 'tradeBase', 'E12'],
    ['single_trade_query', 'trade', 'E14'],
  ])('%s has the sign of the vector, over its decoded values', (_service, element, id) => {
    const { params, sign } = vector(id)
    expect(read(answer(element, params))).toEqual({
      kind: 'signed',
      params: new Map(Object.entries(params)),
      unreadable: [],
      signedText: expect.stringMatching(/^buyer_\w+=.*&trade_status=/) as string,
      sign,
      mysign: sign,
    })
  })

  it.each(['gbk', 'gb2312'] as const)('a merchant in %s is declared GBK and read so', (charset) => {
    const xml = answer('trade', { subject: '绿茶 <一> & "二"' }, charset)
    expect(xml.toString('latin1')).toMatch(/^<\?xml version="1.0" encoding="GBK"\?>/)
    expect(readXmlAnswer(xml, KEY)).toMatchObject({
      kind: 'signed',
      params: new Map([['subject', '绿茶 <一> & "二"']]),
    })
  })

  it('close_trade is bare', () => {
    expect(read('<alipay><is_success>T</is_success></alipay>')).toEqual({ kind: 'done' })
    expect(read(xmlSuccess({}, KEY, 'utf-8'))).toEqual({ kind: 'done' })
  })

  it('a failure is its code, with or without a sign (E13)', () => {
    expect(read(xmlFailure('TRADE_NOT_EXIST', 'gbk'))).toEqual({ kind: 'refused', code: 'TRADE_NOT_EXIST' })
    const signed = `<alipay><is_success>F</is_success><error>ILLEGAL_SIGN</error><sign>x</sign></alipay>`
    expect(read(signed)).toEqual({ kind: 'refused', code: 'ILLEGAL_SIGN' })
  })
})

it('[#74] Any values survive writing and reading; with one changed, added or the sign gone the answer is not believed', () => {
  const params = fc.dictionary(
    fc.stringMatching(/^[a-z_]{1,12}$/),
    fc.string({ unit: fc.constantFrom(...'茶ab <>&"\'=;]'), minLength: 1 }),
    { minKeys: 1 },
  )
  fc.assert(
    fc.property(params, (values) => {
      const xml = answer('trade', values)
      expect(read(xml)).toMatchObject({ kind: 'signed', params: new Map(Object.entries(values)) })
      expect(read(xml.toString().replace('</trade>', '<zz9>1</zz9></trade>')).kind).toBe('bad_sign')
      expect(read(xml.toString().replace(/<sign>.*<\/sign>/, '')).kind).toBe('bad_sign')
    }),
  )
  expect(edited((xml) => xml.replace('>348.00<', '>0.01<')).kind).toBe('bad_sign')
  const capitals = (xml: string) =>
    xml.replace(/<sign>.*<\/sign>/, (sign) => sign.toUpperCase().replaceAll('SIGN', 'sign'))
  expect(edited(capitals).kind).toBe('bad_sign')
})

describe('[#44] [#74] The sign of an answer is checked over its bytes:', () => {
  /** An answer whose values are bytes, written as the gateway might: `write` escapes them. */
  const binary = (values: Iterable<readonly [string, string]>, charset: Charset, write = escaped) => {
    const raw = rawParams(new Map(values))
    const leaves = [...raw].map(([name, value]) => `<${name}>${write(value)}</${name}>`).join('')
    const sign = md5Sign(stringToSign(raw), KEY)
    const xml = `<?xml version="1.0" encoding="${charset}"?>\r\n<alipay>\r\n<is_success>T</is_success><response><trade>${leaves}</trade></response><sign>${sign}</sign></alipay>\n`
    return readXmlAnswer(Buffer.from(xml, 'latin1'), KEY)
  }
  const escaped = (value: string) =>
    value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
  const base = [
    ['out_trade_no', 'T1'],
    ['total_fee', '0.01'],
  ] as const

  it.each<[string, Charset, string, string]>([
    ['text cut off in UTF-8', 'utf-8', Buffer.from('绿茶').subarray(0, 5).toString('latin1'), '绿\ufffd'],
    ['text cut off in GBK', 'gbk', '\xc2\xcc\xb2', '绿\ufffd'],
    ['a GBK character that ends in ]', 'gbk', '\x81]', '乚'],
    ['bytes that are no text', 'utf-8', 'a\xffb', 'a\ufffdb'],
    ['control characters', 'utf-8', 'a\x01\x08\x0b\x1fb', 'a\x01\x08\x0b\x1fb'],
    ['line breaks of a browser', 'utf-8', 'a\r\nb\r', 'a\r\nb\r'],
  ])('%s', (_what, charset, value, text) => {
    for (const write of [escaped, (one: string) => `<![CDATA[${one}]]>`]) {
      const answer = binary([...base, ['body', value]], charset, write)
      expect(answer).toMatchObject({ kind: 'signed' })
      expect('params' in answer && answer.params.get('body')).toBe(text)
    }
  })

  it('characters written as references are those of the charset', () => {
    const written = (references: string, charset: Charset, raw: string) => {
      const answer = binary([...base, ['body', raw]], charset, (value) =>
        value === raw ? references : value,
      )
      return answer.kind
    }
    expect(written('&#33590;&#x8336;', 'utf-8', Buffer.from('茶茶').toString('latin1'))).toBe('signed')
    expect(written('&#33590;&#13;&#11;', 'gbk', '\xb2\xe8\r\x0b')).toBe('signed')
    expect(written('&#x1F375;', 'gbk', '?')).toBe('signed')
    expect(written('&#0;', 'gbk', '?')).toBe('malformed')
  })

  it('what decides has to be readable', () => {
    expect(binary([['trade_no', '1\xff']], 'utf-8')).toEqual({
      kind: 'malformed',
      code: 'field_not_text',
      detail: 'trade_no',
    })
  })

  it('whatever is in a text and wherever it is cut off, the answer is believed', () => {
    fc.assert(
      fc.property(anyCharsetAndParams, fc.nat(12), ({ charset, params }, length) => {
        const values = params
          .filter(([, value]) => value)
          .map(([, value], index) => [`x${index}`, value] as const)
        const cut = [...toRaw(values, charset)].map(
          ([name, value]) => [name, value.slice(0, length)] as const,
        )
        expect(binary([...base, ...cut], charset)).toMatchObject({ kind: 'signed' })
      }),
    )
  })
})

describe('[#73] Refused:', () => {
  it.each<[string, string | Buffer]>([
    ['nothing', ''],
    ['an HTML page', '<!doctype html><p>系统维护中'],
    ['a DOCTYPE', '<!DOCTYPE a><alipay><is_success>T</is_success></alipay>'],
    [
      'an external entity',
      '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><alipay><is_success>&x;</is_success></alipay>',
    ],
    [
      'a billion laughs',
      `<!DOCTYPE a [<!ENTITY a "${'ha'.repeat(50)}"><!ENTITY b "${'&a;'.repeat(99)}">]><alipay><is_success>&b;</is_success></alipay>`,
    ],
    ['an entity that nobody defined', '<alipay><is_success>&x;</is_success></alipay>'],
    ['no is_success', '<alipay></alipay>'],
    ['is_success in a comment', '<alipay><!-- <is_success>T</is_success> --></alipay>'],
    ['is_success in another element', '<alipay><x><is_success>T</is_success></x></alipay>'],
    ['is_success twice', '<alipay><is_success>F</is_success><is_success>T</is_success></alipay>'],
    ['another root', '<html><is_success>T</is_success></html>'],
    ['F without an error', '<alipay><is_success>F</is_success></alipay>'],
    ['an error that is no code', '<alipay><is_success>F</is_success><error>a b</error></alipay>'],
    [
      'an unknown charset',
      '<?xml version="1.0" encoding="utf-16"?><alipay><is_success>T</is_success></alipay>',
    ],
    [
      'bytes of another charset',
      Buffer.concat([Buffer.from('<alipay><is_success>T'), Buffer.from([0xb2, 0xe2])]),
    ],
    ['half an answer', '<alipay><is_success>T</is_success>'],
    ['5 MB', `<alipay><is_success>T</is_success><x>${'x'.repeat(5_000_000)}</x></alipay>`],
    ['just too much', ' '.repeat(MAX_ANSWER_BYTES + 1)],
  ])('%s', (_what, xml) => {
    expect(read(xml).kind).toBe('malformed')
  })

  it('an element given twice under response, and two elements there', () => {
    expect(edited((xml) => xml.replace('</trade>', '<total_fee>0.01</total_fee></trade>')).kind).toBe(
      'malformed',
    )
    expect(edited((xml) => xml.replace('</response>', '<other><a>1</a></other></response>')).kind).toBe(
      'malformed',
    )
  })
})
