import { describe, expect, it } from 'vitest'
import { formEncode } from '../alipay/params'
import { signParams } from '../alipay/sign'
import { acceptRequest } from './accept-request'
import { requestOf } from './request-of'
import { accepted, aMerchant, escrowFields, type Fields, postRequest } from './testing/requests'
import { findCashierTrade } from './find-trade'
import { logIn, pay, TEST_BUYER } from './trade'

const SHOP = 'http://127.0.0.1:9' // nobody listens there; nothing here waits for a delivery

/** Above zero with the first way of shipping, not with the second. */
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
    ['ILLEGAL_ARGUMENT', { notify_url: 'http://127.0.0.1/notify?id=1' }, {}],
    ['ILLEGAL_ARGUMENT', { notify_url: 'http://169.254.169.254/latest' }, {}],
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

  it('BUYER_SELLER_EQUAL where the seller would buy from himself', async () => {
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
    const id = await accepted(postRequest(changed, merchant.key)) // nobody has logged in: there is no trade to match
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
