import { describe, expect, it } from 'vitest'
import { decode, encode } from '../../alipay/charset'
import { formEncode, parseForm } from '../../alipay/params'
import { readXmlAnswer } from '../../alipay/partner/read-xml-answer'
import { md5Sign, signParams } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import { acceptQuestion, acceptRequest } from './accept-request'
import { requestOf } from '../trade-request'
import { accepted, aMerchant, escrowFields, type Fields, postRequest } from '../testing/requests'
import { findCashierTrade } from '../trade/find-trade'
import { logIn, pay, TEST_BUYER } from '../trade/cashier-steps'

const SHOP = 'http://127.0.0.1:9' // no server; nothing here waits for a delivery

/** The total is above zero with the first way of shipping, not with the second. */
const POSTAGE_PAYS: Fields = {
  ...{ logistics_fee: '5.00', logistics_payment: 'BUYER_PAY' },
  ...{ logistics_type_1: 'EMS', logistics_fee_1: '0.00', logistics_payment_1: 'SELLER_PAY' },
}

const code = async (answer: ReturnType<typeof acceptRequest>) => {
  const acceptance = await answer
  return acceptance.kind === 'refused' ? acceptance.code : 'accepted'
}

describe('A signed request', () => {
  it.each(['utf-8', 'gbk', 'gb2312'] as const)(
    '[F7] in %s is accepted with its text intact, and is no trade yet',
    async (charset) => {
      const merchant = await aMerchant()
      const fields = escrowFields(merchant, SHOP, { _input_charset: charset, body: "50% 'a'+b=c" })
      const trade = await findCashierTrade(await accepted(postRequest(fields, merchant.key, charset)))
      expect(trade).toMatchObject({ tradeNo: null, tradeStatus: null, charset, totalFen: 1 })
      expect(requestOf(trade!)).toMatchObject({ subject: '绿茶 & "红茶"', body: "50% 'a'+b=c" })
    },
  )

  it('[T3.1c] is taken by GET as well', async () => {
    const merchant = await aMerchant()
    const fields = escrowFields(merchant, SHOP)
    const all = [
      ...fields,
      ['sign', signParams(fields, merchant.key, 'utf-8')],
      ['sign_type', 'MD5'],
    ] as const
    expect(await code(acceptRequest(Buffer.from(formEncode(all, 'utf-8')), undefined))).toBe('accepted')
  })

  it('[F10] has a total of the goods, the discount and the postage that the buyer bears', async () => {
    const merchant = await aMerchant()
    const parts = { price: '10.00', quantity: '3', discount: '-1.00', logistics_fee: '8.00' }
    const bears = async (logistics_payment: string) => {
      const fields = escrowFields(merchant, SHOP, { ...parts, logistics_payment })
      return (await findCashierTrade(await accepted(postRequest(fields, merchant.key))))?.totalFen
    }
    expect(await bears('BUYER_PAY')).toBe(37_00)
    expect(await bears('SELLER_PAY')).toBe(29_00)
    expect(await bears('BUYER_PAY_AFTER_RECEIVE')).toBe(29_00)
  })
})

describe('[T5.1] The gateway answers', () => {
  it.each<[string, Fields, Fields]>([
    ['ILLEGAL_SERVICE', { service: undefined }, {}],
    ['ILLEGAL_SERVICE', { service: 'create_partner_trade' }, {}],
    ['ILLEGAL_PARTNER', { partner: '2088 0000' }, {}],
    ['ILLEGAL_PARTNER', { partner: undefined }, {}],
    ['ILLEGAL_SIGN_TYPE', {}, { sign_type: 'md5' }],
    ['ILLEGAL_SIGN_TYPE', {}, { sign_type: undefined }],
    ['ILLEGAL_SECURITY_PROFILE', {}, { sign_type: 'RSA' }],
    ['ILLEGAL_SIGN', {}, { sign: 'x' }],
    ['ILLEGAL_SIGN', {}, { sign: undefined }],
    ['ILLEGAL_SIGN', {}, { price: '0.02' }],
    ['ILLEGAL_SIGN', {}, { submit: '付款' }],
    ['ILLEGAL_ARGUMENT', { price: '0' }, {}],
    ['ILLEGAL_ARGUMENT', { price: '0.001' }, {}],
    ['ILLEGAL_ARGUMENT', { subject: undefined }, {}],
    ['ILLEGAL_ARGUMENT', { notify_url: 'http://127.0.0.1/notify#id' }, {}],
    ['ILLEGAL_ARGUMENT', { return_url: 'http://127.0.0.1/return?id=1#id' }, {}],
    ['ILLEGAL_ARGUMENT', { notify_url: 'http://169.254.169.254/latest' }, {}],
    ['ILLEGAL_ARGUMENT', { return_url: 'http://evil.example/return' }, {}],
    ['ILLEGAL_EXTERFACE', { service: 'refund_fastpay_by_platform_pwd' }, {}],
    ['ILLEGAL_EXTERFACE', { service: 'alipay.wap.create.direct.pay.by.user' }, {}],
    ['ILLEGAL_LOGISTICS_FORMAT', { logistics_fee: undefined }, {}],
    ['ILLEGAL_PAYMENT_TYPE', { payment_type: '2' }, {}],
    ['SELLER_NOT_EXIST', { seller_email: 'nobody@example.com' }, {}],
    ['TOTAL_FEE_LESSEQUAL_ZERO', { discount: '-0.01' }, {}],
    ['TOTAL_FEE_LESSEQUAL_ZERO', { ...POSTAGE_PAYS, discount: '-0.02' }, {}],
    ['ILLEGAL_ARGUMENT', { subject: 'tea&it_b_pay=1m' }, {}],
  ])('%s', async (expected, changes, unsigned) => {
    const merchant = await aMerchant()
    expect(
      await code(postRequest(escrowFields(merchant, SHOP, changes), merchant.key, 'utf-8', unsigned)),
    ).toBe(expected)
  })

  it('HAS_NO_PRIVILEGE where the contract does not hold the service', async () => {
    const merchant = await aMerchant({ services: ['create_direct_pay_by_user'] })
    expect(await code(postRequest(escrowFields(merchant, SHOP), merchant.key))).toBe('HAS_NO_PRIVILEGE')
  })

  it('SELLER_NOT_IN_SPECIFIED_SELLERS for another merchant, by e-mail or by id, the id first', async () => {
    const [merchant, other] = [await aMerchant(), await aMerchant()]
    const answer = (changes: Fields) => code(postRequest(escrowFields(merchant, SHOP, changes), merchant.key))
    expect(await answer({ seller_email: other.sellerEmail })).toBe('SELLER_NOT_IN_SPECIFIED_SELLERS')
    expect(await answer({ seller_id: other.partner })).toBe('SELLER_NOT_IN_SPECIFIED_SELLERS')
    expect(await answer({ seller_id: merchant.partner, seller_email: other.sellerEmail })).toBe('accepted')
  })

  it('BUYER_SELLER_EQUAL where seller and buyer are the same', async () => {
    const merchant = await aMerchant()
    const fields = escrowFields(merchant, SHOP, { buyer_email: merchant.sellerEmail })
    expect(await code(postRequest(fields, merchant.key))).toBe('BUYER_SELLER_EQUAL')
    const id = await accepted(postRequest(escrowFields(merchant, SHOP), merchant.key))
    await expect(logIn(id, merchant.sellerEmail)).rejects.toMatchObject({ code: 'BUYER_SELLER_EQUAL' })
    for (const account of ['', 'x&total_fee=1@a.b', '茶@a.b', 'a\0@a.b', 'a b@a.b']) {
      await expect(logIn(id, account)).rejects.toMatchObject({ code: 'ILLEGAL_ARGUMENT' })
    }
  })

  it('TRADE_DATA_MATCH_ERROR for the same order number with other data, once the trade exists', async () => {
    const merchant = await aMerchant()
    const fields = escrowFields(merchant, SHOP)
    const changed = new Map([...fields, ['price', '0.02']])
    await accepted(postRequest(fields, merchant.key))
    const id = await accepted(postRequest(changed, merchant.key)) // no buyer has logged in, so there is no trade to match
    await logIn(id, TEST_BUYER)
    expect(await code(postRequest(fields, merchant.key))).toBe('TRADE_DATA_MATCH_ERROR')
    expect(await accepted(postRequest(changed, merchant.key))).toBe(id)
  })

  it('TRADE_NOT_ALLOWED_PAY for an order that is paid', async () => {
    const merchant = await aMerchant()
    const fields = escrowFields(merchant, SHOP)
    const id = await accepted(postRequest(fields, merchant.key))
    await pay(id)
    expect(await code(postRequest(fields, merchant.key))).toBe('TRADE_NOT_ALLOWED_PAY')
    await expect(pay(id)).rejects.toMatchObject({ code: 'TRADE_NOT_ALLOWED_PAY' })
  })

  it('the first of several faults in the order service, partner, contract, sign, parameters, business', async () => {
    const merchant = await aMerchant({ services: [] })
    const all = { service: 'x', partner: '1', price: '0', seller_email: 'nobody@example.com' }
    const answer = (changes: Fields, unsigned: Fields = { sign: 'x' }) =>
      code(postRequest(escrowFields(merchant, SHOP, changes), merchant.key, 'utf-8', unsigned))
    expect(await answer(all)).toBe('ILLEGAL_SERVICE')
    expect(await answer({ ...all, service: 'create_partner_trade_by_buyer' })).toBe('ILLEGAL_PARTNER')
    const known = { price: '0', seller_email: 'nobody@example.com' }
    expect(await answer(known)).toBe('HAS_NO_PRIVILEGE')
    const contracted = await aMerchant({ ...merchant, services: ['create_partner_trade_by_buyer'] })
    expect(contracted.partner).toBe(merchant.partner)
    expect(await answer(known)).toBe('ILLEGAL_SIGN')
    expect(await answer(known, {})).toBe('ILLEGAL_ARGUMENT')
    expect(await answer({ ...known, price: '0.01' }, {})).toBe('SELLER_NOT_EXIST')
  })
})

describe('[F7] The charset of a request', () => {
  it('is ILLEGAL_SIGN where the form was encoded in another one', async () => {
    const merchant = await aMerchant()
    const fields = escrowFields(merchant, SHOP, { _input_charset: 'gbk' })
    const all = [...fields, ['sign', signParams(fields, merchant.key, 'gbk')], ['sign_type', 'MD5']] as const
    expect(
      await code(acceptRequest(Buffer.from('_input_charset=gbk'), Buffer.from(formEncode(all, 'utf-8')))),
    ).toBe('ILLEGAL_SIGN')
  })

  it('[#43] is the signed one where the address says another and nothing depends on it', async () => {
    const merchant = await aMerchant()
    const ascii = { subject: 'tea', receive_name: undefined, receive_address: undefined }
    const fields = escrowFields(merchant, SHOP, ascii)
    const all = [
      ...fields,
      ['sign', signParams(fields, merchant.key, 'utf-8')],
      ['sign_type', 'MD5'],
    ] as const
    const body = Buffer.from(formEncode(all, 'utf-8'))
    const id = await accepted(acceptRequest(Buffer.from('_input_charset=gbk'), body))
    expect(await findCashierTrade(id)).toMatchObject({ charset: 'utf-8' })
  })

  it('has to be in the address of a POST as well, or the gateway reads GBK', async () => {
    const merchant = await aMerchant()
    const fields = escrowFields(merchant, SHOP)
    const all = [
      ...fields,
      ['sign', signParams(fields, merchant.key, 'utf-8')],
      ['sign_type', 'MD5'],
    ] as const
    const answer = await acceptRequest(Buffer.from(''), Buffer.from(formEncode(all, 'utf-8')))
    expect(answer).toMatchObject({
      code: 'ILLEGAL_SIGN',
      reason: { zh: expect.stringContaining('_input_charset') as string },
    })
  })
})

it('[#72] The error page may show the string that was signed, never the key', async () => {
  const merchant = await aMerchant()
  const answer = await postRequest(escrowFields(merchant, SHOP), 'anotherkey0123456789abcdefghijkl')
  if (answer.kind !== 'refused') throw new Error('it was accepted')
  expect(answer.signed).toMatch(/^_input_charset=utf-8&.*&subject=绿茶 & "红茶"\*{8}$/)
  expect(JSON.stringify(answer)).not.toContain(merchant.key)
})

describe('notify_url and return_url with a query', () => {
  const withQuery = {
    notify_url: `${SHOP}/respond.php?code=alipay`,
    return_url: `${SHOP}/respond.php?code=alipay&m=1`,
  }

  it('are accepted, and refused where the merchant has strict_urls', async () => {
    const merchant = await aMerchant()
    expect(await code(postRequest(escrowFields(merchant, SHOP, withQuery), merchant.key))).toBe('accepted')
    const strict = await aMerchant({ strictUrls: true })
    for (const name of ['notify_url', 'return_url'] as const) {
      const fields = escrowFields(strict, SHOP, { [name]: withQuery[name] })
      const answer = await postRequest(fields, strict.key)
      expect(answer).toMatchObject({
        code: 'ILLEGAL_ARGUMENT',
        reason: { en: expect.stringContaining(name) as string },
      })
    }
    expect(await code(postRequest(escrowFields(strict, SHOP), strict.key))).toBe('accepted')
  })

  it.each([
    ['http://127.0.0.1:9/r.php?code=alipay&m=1', '&'],
    ['http://127.0.0.1:9/r.php', '?'],
    ['http://127.0.0.1:9/r.php?', ''],
    ['http://127.0.0.1:9/r.php?a=1&', ''],
  ])(
    'the return from %s has the gateway’s own parameters behind, and signs only these',
    async (url, joint) => {
      const merchant = await aMerchant()
      const id = await accepted(postRequest(escrowFields(merchant, SHOP, { return_url: url }), merchant.key))
      await pay(id)
      const back = (await findCashierTrade(id))?.returns[0]?.url ?? ''
      expect(back.startsWith(url + joint)).toBe(true)
      const own = parseForm(Buffer.from(back.slice((url + joint).length)))
      if (!own.ok) throw new Error(own.code)
      expect(own.params.get('is_success')).toBe('T')
      expect(own.params.get('sign')).toBe(md5Sign(stringToSign(own.params), merchant.key))
    },
  )

  it('[#71] there is no way back to a host that was taken off the merchant’s list', async () => {
    const merchant = await aMerchant()
    const id = await accepted(postRequest(escrowFields(merchant, SHOP), merchant.key))
    await aMerchant({ ...merchant, allowedHosts: ['shop.example.com'] })
    await pay(id)
    expect((await findCashierTrade(id))?.returns).toEqual([])
  })
})

describe('A request in address and body together', () => {
  const signed = (fields: Map<string, string>, key: string, charset: 'utf-8' | 'gbk' = 'utf-8') =>
    new Map([...fields, ['sign', signParams(fields, key, charset)], ['sign_type', 'MD5']])
  const multipart = (fields: Map<string, string>, charset: 'utf-8' | 'gbk' = 'utf-8') => {
    const parts = [...fields].map(([name, value]) =>
      Buffer.concat([
        Buffer.from(`--x1y2\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
        encode(value, charset),
        Buffer.from('\r\n'),
      ]),
    )
    return Buffer.concat([...parts, Buffer.from('--x1y2--\r\n')])
  }
  const MULTIPART = { contentType: 'multipart/form-data; boundary=x1y2' }
  const UTF8 = Buffer.from('_input_charset=utf-8')

  it.each(['utf-8', 'gbk'] as const)('[F7] is read as multipart/form-data, in %s', async (charset) => {
    const merchant = await aMerchant()
    const fields = signed(escrowFields(merchant, SHOP, { _input_charset: charset }), merchant.key, charset)
    const query = Buffer.from(`_input_charset=${charset}`)
    const id = await accepted(acceptRequest(query, multipart(fields, charset), MULTIPART))
    expect(requestOf((await findCashierTrade(id))!)).toMatchObject({ subject: '绿茶 & "红茶"' })
  })

  it('is signed over what both hold; what both hold alike is one parameter', async () => {
    const merchant = await aMerchant()
    const fields = signed(escrowFields(merchant, SHOP), merchant.key)
    const service = `service=${fields.get('service')}&partner=${merchant.partner}`
    const query = Buffer.from(`${service}&_input_charset=utf-8`)
    expect(await code(acceptRequest(query, multipart(fields), MULTIPART))).toBe('accepted')
    fields.delete('service')
    fields.delete('partner')
    expect(await code(acceptRequest(query, Buffer.from(formEncode(fields, 'utf-8'))))).toBe('accepted')
  })

  it('is refused where a name has two values, and says which', async () => {
    const merchant = await aMerchant()
    const fields = signed(escrowFields(merchant, SHOP), merchant.key)
    const query = Buffer.from('service=create_partner_trade_by_buyer&price=0.02&_input_charset=utf-8')
    expect(
      await acceptRequest(query, multipart(fields), { ...MULTIPART, accept: 'text/html' }),
    ).toMatchObject({
      code: 'ILLEGAL_ARGUMENT',
      reason: { en: expect.stringContaining('price') as string },
    })
  })

  it('is refused with 413 beyond 64 KB', async () => {
    const body = Buffer.from(`service=create_partner_trade_by_buyer&body=${'x'.repeat(65_536)}`)
    expect(await acceptRequest(UTF8, body)).toMatchObject({ kind: 'refused', status: 413 })
    const toServer = Buffer.from(`service=close_trade&body=${'x'.repeat(65_536)}`)
    expect(await acceptRequest(UTF8, toServer)).toMatchObject({ kind: 'answered', status: 413 })
    expect(await acceptQuestion(UTF8, body)).toMatchObject({ word: 'invalid', status: 413 })
  })

  it('is refused clearly where a part is a file, or the boundary is missing', async () => {
    const file = Buffer.from(
      '--x1y2\r\nContent-Disposition: form-data; name="a"; filename="b"\r\n\r\n\r\n--x1y2--',
    )
    const answer = await acceptRequest(UTF8, file, { ...MULTIPART, accept: 'text/html' })
    expect(answer).toMatchObject({ reason: { en: expect.stringContaining('is a file') as string } })
    const headers = { contentType: 'multipart/form-data', accept: 'text/html' }
    const none = await acceptRequest(UTF8, file, headers)
    expect(none).toMatchObject({ reason: { en: expect.stringContaining('boundary') as string } })
  })
})

describe('[T5.1] Who is refused is told so', () => {
  const BROWSER = { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' }
  const PROGRAM = { accept: '*/*' }
  const ask = (query: string, headers: object) => acceptRequest(Buffer.from(query), undefined, headers)

  it.each([
    ['a service for browsers', 'service=create_partner_trade_by_buyer&partner=1', PROGRAM, 'refused'],
    ['a service for browsers that is not simulated', 'service=batch_trans_notify', PROGRAM, 'refused'],
    ['a service for servers', 'service=close_trade&partner=1', BROWSER, 'answered'],
    ['a service for servers that is not simulated', 'service=account.page.query', BROWSER, 'answered'],
    ['a service that nobody knows, by a browser', 'service=close_trades', BROWSER, 'refused'],
    ['a service that nobody knows, by a program', 'service=close_trades', PROGRAM, 'answered'],
    ['no service, by a browser', 'partner=1', BROWSER, 'refused'],
    ['no service, by a program', 'partner=1', PROGRAM, 'answered'],
    ['nothing, by a program that accepts nothing', '', {}, 'answered'],
    ['what cannot be read, of a service for servers', 'service=close_trade&a=%', BROWSER, 'answered'],
    ['what cannot be read, of a service for browsers', 'service=trade_create_by_buyer&a=%', {}, 'refused'],
  ])('in a page or in XML: %s', async (_what, query, headers, kind) => {
    expect(await ask(query, headers)).toMatchObject({ kind })
  })

  it('in XML with the code, and behind it in a comment why, in the charset that it declares', async () => {
    const answer = await ask('service=forex_refund--%3E&_input_charset=gbk', PROGRAM)
    if (answer.kind !== 'answered') throw new Error(answer.kind)
    const text = decode(answer.xml, 'gbk') ?? ''
    expect(text).toMatch(/^<\?xml version="1.0" encoding="GBK"\?><alipay><is_success>F<\/is_success><error>ILLEGAL_SERVICE<\/error><\/alipay><!-- [^]* -->$/) // prettier-ignore
    expect(text.slice(text.indexOf('<!--') + 4, -3)).not.toContain('--')
    expect(text).toContain('check its spelling')
    expect(text).toContain('请核对拼写')
    expect(readXmlAnswer(answer.xml, 'x')).toEqual({ kind: 'refused', code: 'ILLEGAL_SERVICE' })
  })

  it.each([
    'refund_fastpay_by_platform_nopwd',
    'cae_charge_agent',
    'query_customer_protocol',
    'bptb_pay_file',
    'alipay.acquire.precreate',
    'alipay.wap.trade.create.direct',
  ])(
    // prettier-ignore
    'that %s is real and not simulated',
    async (service) => {
      const answer = await ask(`service=${service}`, PROGRAM)
      const text = answer.kind === 'answered' ? answer.xml.toString() : ''
      expect(text).toContain('<error>ILLEGAL_EXTERFACE</error>')
      expect(text).toContain('that the sandbox does not simulate')
      expect(text).toContain(service)
    },
  )
})

it.each([
  ['GET', 'form'],
  ['POST', 'form'],
  ['POST', 'multipart'],
])('notify_verify and its older address answer a %s of a %s', async (method, type) => {
  const merchant = await aMerchant()
  const id = await accepted(postRequest(escrowFields(merchant, SHOP), merchant.key))
  await logIn(id, TEST_BUYER)
  const notifyId = (await findCashierTrade(id))?.deliveries[0]?.notifyId ?? ''
  const question = (partner: string, notify_id: string): Parameters<typeof acceptRequest> => {
    const form = Buffer.from(formEncode([['service', 'notify_verify'], ['partner', partner], ['notify_id', notify_id]], 'utf-8')) // prettier-ignore
    if (method === 'GET') return [form, undefined]
    if (type === 'form') return [Buffer.from(''), form]
    const parts = { service: 'notify_verify', partner, notify_id }
    const body = Object.entries(parts).map(([name, value]) => `--b\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`) // prettier-ignore
    return [Buffer.from(''), Buffer.from(`${body.join('')}--b--`), { contentType: 'multipart/form-data; boundary=b' }] // prettier-ignore
  }
  for (const accept of [acceptRequest, acceptQuestion]) {
    expect(await accept(...question(merchant.partner, notifyId))).toEqual({ kind: 'word', word: 'true' })
    expect(await accept(...question(merchant.partner, 'f'.repeat(34)))).toEqual({
      kind: 'word',
      word: 'false',
    })
    expect(await accept(...question('2088', notifyId))).toEqual({ kind: 'word', word: 'invalid' })
  }
  const split = [Buffer.from('service=notify_verify'), Buffer.from(`partner=${merchant.partner}&notify_id=${notifyId}`)] as const // prettier-ignore
  expect(await acceptRequest(...split)).toEqual({ kind: 'word', word: 'true' })
})

it('query_timestamp is answered by POST as well', async () => {
  const merchant = await aMerchant()
  const body = Buffer.from(`service=query_timestamp&partner=${merchant.partner}`)
  const answer = await acceptRequest(Buffer.from('_input_charset=utf-8'), body)
  expect(answer.kind === 'answered' && readXmlAnswer(answer.xml, merchant.key).kind).toBe('signed')
})
