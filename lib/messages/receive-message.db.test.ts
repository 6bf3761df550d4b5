import fc from 'fast-check'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { formEncode } from '../alipay/params'
import { signParams } from '../alipay/partner/sign'
import { db } from '../db'
import { partnerGateway } from '../gateway/partner-gateway'
import { changedSellerEmail } from './changed-seller-email'
import { receiveMessage } from './receive-message'
import { aTradeNo, anOrder, type Fields, message, signedBytes, signedCutBytes } from './testing/messages'
import { stubGateway, type StubGateway } from './testing/stub-gateway'

let gateway: StubGateway
beforeAll(async () => {
  gateway = await stubGateway()
})
afterAll(() => gateway.close())
beforeEach(() => {
  gateway.answer = 'true'
  gateway.asked = []
})

const receive = (
  bytes: Uint8Array<ArrayBuffer>,
  channel: 'notify' | 'return' = 'notify',
  account = gateway.account,
) => receiveMessage({ channel, bytes, remoteAddress: '127.0.0.1' }, partnerGateway(account))

/** A signed message about an order, received. */
const tell = (order: Order, changes: Fields = {}, unsigned: Fields = {}) =>
  receive(signedBytes(message(order, changes), gateway.account, unsigned))

const text = (body: string) => new Uint8Array(Buffer.from(body))
const ordered = (order: Order) =>
  db().order.findUniqueOrThrow({ where: { id: order.id }, include: { events: true } })
const kinds = async (order: Order) => (await ordered(order)).events.map(({ kind }) => kind).sort()

/** Nothing moved, and the row is in the log as it was judged. */
async function expectUnchanged(order: Order, row: { id: string; verdict: string }) {
  const { events, ...now } = await ordered(order)
  expect(now).toEqual(order)
  expect(events.map(({ kind }) => kind)).toEqual(['created'])
  expect(await db().notification.findUniqueOrThrow({ where: { id: row.id } })).toMatchObject({
    verdict: row.verdict,
  })
}

describe('A genuine notification', () => {
  it('[T3.1e] [T3.4c] of a payment stores the status, the trade number, the buyer and the time, once, and is answered success', async () => {
    const order = await anOrder(1)
    const row = await tell(order)
    expect(row).toMatchObject({
      verdict: 'applied',
      answer: 'success',
      responseTxt: 'true',
      tradeStatus: 'WAIT_SELLER_SEND_GOODS',
      ...{ fromTrade: null, toTrade: 'WAIT_SELLER_SEND_GOODS', fromRefund: null, toRefund: null },
    })
    expect(row.sign).toBe(row.mysign)
    expect(await ordered(order)).toMatchObject({
      tradeStatus: 'WAIT_SELLER_SEND_GOODS',
      tradeNo: message(order).get('trade_no'),
      buyerEmail: 'buyer@example.com',
      paidAt: new Date('2026-11-22T02:00:04Z'),
    })
    expect(await kinds(order)).toEqual(['created', 'paid'])
  })

  it('[T4.5b] is kept byte for byte with its parameters, its string to sign and the values of its check', async () => {
    const order = await anOrder(1, '绿茶 & "红茶"')
    const bytes = signedBytes(message(order), gateway.account)
    const { id } = await receive(bytes)
    const row = await db().notification.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.rawBytes).equals(bytes)).toBe(true)
    expect(row.params).toMatchObject({ subject: '绿茶 & "红茶"' })
    expect(row.stringToSign).toContain('&subject=绿茶 & "红茶"&')
    expect(row).toMatchObject({ channel: 'notify', orderNo: order.orderNo, remoteAddress: '127.0.0.1' })
  })

  it('[#16] is verified at the gateway by its notify_id and our own partner, whatever partner it names', async () => {
    const order = await anOrder(1)
    await tell(order, { notify_id: 'x&y=1 #%', partner: '2088999999999999' })
    expect(gateway.asked.map((url) => Object.fromEntries(url.searchParams))).toEqual([
      { service: 'notify_verify', partner: '2088000000000001', notify_id: 'x&y=1 #%' },
    ])
  })

  it('[F15b] is answered success only when the order has been written', async () => {
    const order = await anOrder(1)
    const { answer } = await tell(order)
    expect([answer, (await ordered(order)).tradeStatus]).toEqual(['success', 'WAIT_SELLER_SEND_GOODS'])
  })

  it('is not held up by repeats of another order’s, of which two at a time are worked on', async () => {
    const [stormed, other] = [await anOrder(1), await anOrder(1)]
    const held: ((word: string) => void)[] = []
    gateway.answer = ({ searchParams }) =>
      searchParams.get('notify_id') === 'stormed' ? new Promise((resolve) => held.push(resolve)) : 'true'
    const storm = Array.from({ length: 10 }, () => tell(stormed, { notify_id: 'stormed' }))
    expect(await tell(other)).toMatchObject({ verdict: 'applied', answer: 'success' })
    await vi.waitFor(() => expect(held).toHaveLength(2))
    gateway.answer = 'true'
    for (const release of held) release('true')
    const verdicts = (await Promise.all(storm)).map(({ verdict }) => verdict)
    expect(verdicts.sort()).toEqual(['applied', ...Array<string>(9).fill('duplicate')])
    expect(
      gateway.asked.filter(({ searchParams }) => searchParams.get('notify_id') === 'stormed'),
    ).toHaveLength(2)
    expect(await kinds(stormed)).toEqual(['created', 'paid'])
  })

  it('[#34] may have parameters nobody has heard of, which are signed and kept', async () => {
    const order = await anOrder(1)
    const row = await tell(order, { some_day: 'new', __proto__x: '1' })
    expect(row).toMatchObject({ verdict: 'applied', params: { some_day: 'new' } })
    expect(row.stringToSign).toContain('&some_day=new&')
  })

  it('[#33] may be two days old if the gateway confirms it', async () => {
    expect(await tell(await anOrder(1), { notify_time: '2020-01-01 00:00:00' })).toMatchObject({
      verdict: 'applied',
    })
  })

  it('[#31] that tells of a payment and a refund at once moves both machines', async () => {
    const order = await anOrder(1)
    await tell(order, { refund_status: 'WAIT_SELLER_AGREE', gmt_refund: '2026-11-23 10:00:00' })
    expect(await ordered(order)).toMatchObject({
      tradeStatus: 'WAIT_SELLER_SEND_GOODS',
      refundStatus: 'WAIT_SELLER_AGREE',
    })
  })

  it.each(['gbk', 'gb2312'] as const)(
    '[T3.2c] in %s is verified over its bytes and read as text',
    async (charset) => {
      const other = await stubGateway(charset)
      const order = await anOrder(1, '订单编号：绿茶 & 红茶')
      const row = await receive(signedBytes(message(order), other.account), 'notify', other.account)
      expect(row).toMatchObject({ verdict: 'applied', params: { subject: '订单编号：绿茶 & 红茶' } })
      await other.close()
    },
  )
})

describe('A genuine message whose seller has another e-mail now', () => {
  const NEW = 'new@example.com'

  it('[#22] is processed, by the seller_id, and the merchant is told', async () => {
    const order = await anOrder(1)
    expect(await tell(order, { seller_email: NEW })).toMatchObject({
      verdict: 'applied',
      answer: 'success',
      notes: ['seller_email_changed'],
    })
    expect(await kinds(order)).toEqual(['created', 'paid'])
    expect(await db().notification.findFirstOrThrow({ where: { orderNo: order.orderNo } })).toMatchObject({
      notes: ['seller_email_changed'],
    })
    expect(await changedSellerEmail(gateway.account)).toBe(NEW)
    expect(await changedSellerEmail({ ...gateway.account, sellerEmail: 'NEW@example.com' })).toBeNull()
  })

  it('[#22] has nothing to tell where the two differ in case only, with a seller_id or without', async () => {
    for (const seller_id of [gateway.account.partner, undefined]) {
      const row = await tell(await anOrder(1), { seller_id, seller_email: 'Seller@Example.COM' })
      expect(row).toMatchObject({ verdict: 'applied', notes: [] })
    }
    expect(await changedSellerEmail(gateway.account)).toBeNull()
  })

  it('[#22] is not ours by an e-mail that only Unicode takes for the same in another case', async () => {
    const account = { ...gateway.account, sellerEmail: 'kim@example.com' }
    const changes = { seller_id: undefined, seller_email: '\u212aim@example.com' } // Kelvin sign
    const bytes = signedBytes(message(await anOrder(1), changes), account)
    const row = await receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, partnerGateway(account))
    expect(row).toMatchObject({ verdict: 'bad_seller' })
  })

  it('[#22] is processed also where the e-mail cannot be read', async () => {
    const order = await anOrder(1)
    const row = await receive(
      signedCutBytes(message(order), gateway.account, (name, bytes) =>
        name === 'seller_email' ? '\xff' : bytes,
      ),
    )
    expect(row).toMatchObject({ verdict: 'applied', notes: ['unreadable_text'] })
    expect(await changedSellerEmail(gateway.account)).toBeNull() // it is not known to have changed
  })
})

describe('A genuine message with bytes in a text that are no text', () => {
  const SHOWN = ['subject', 'body', 'receive_name', 'receive_address', 'buyer_email']
  const fields = { body: '茶叶二两，请包好', buyer_email: '买家@example.com' }

  it.each(['utf-8', 'gbk'] as const)(
    '[#44] [T4.5b] is processed, kept byte for byte, and marked, in %s',
    async (charset) => {
      const other = await stubGateway(charset)
      const order = await anOrder(1)
      const bytes = signedCutBytes(message(order, fields), other.account, (name, value) =>
        name === 'receive_address' ? value.slice(0, 7) : value,
      )
      const row = await receive(bytes, 'notify', other.account)
      expect(row).toMatchObject({ verdict: 'applied', answer: 'success', notes: ['unreadable_text'] })
      const address = charset === 'gbk' ? '杭州市\ufffd' : '杭州\ufffd'
      const stored = await db().notification.findUniqueOrThrow({ where: { id: row.id } })
      expect(stored.params).toMatchObject({ receive_address: address, subject: '绿茶' })
      expect(stored.stringToSign).toContain(`&receive_address=${address}&receive_mobile=`)
      expect(stored.notes).toEqual(['unreadable_text'])
      expect(Buffer.from(stored.rawBytes).equals(bytes)).toBe(true)
      expect(await kinds(order)).toEqual(['created', 'paid'])
      await other.close()
    },
  )

  it.each(['utf-8', 'gbk'] as const)(
    '[#44] [#48] is processed wherever its texts are cut off, in %s',
    async (charset) => {
      const other = await stubGateway(charset)
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(20), { minLength: 5, maxLength: 5 }), async (cuts) => {
          const order = await anOrder(1, '西湖龙井茶')
          const bytes = signedCutBytes(message(order, fields), other.account, (name, value) =>
            SHOWN.includes(name) ? value.slice(0, cuts[SHOWN.indexOf(name)]) : value,
          )
          expect(await receive(bytes, 'notify', other.account)).toMatchObject({ verdict: 'applied' })
          expect(await kinds(order)).toEqual(['created', 'paid'])
        }),
        { numRuns: 25 },
      )
      await other.close()
    },
  )

  it('[#44] is processed whatever the bytes are, control characters and half surrogates included', async () => {
    const odd = ['\xff', '\x01\x08', '\xed\xa0\xbc', '\xc0\xaf', '\xe8\x8c\xff', '\x81', '\x7f\x9f']
    for (const [index, bytes] of odd.entries()) {
      const order = await anOrder(1)
      const cut = (name: string, value: string) =>
        name === SHOWN[index % SHOWN.length] ? `a${bytes}b` : value
      const row = await receive(signedCutBytes(message(order, fields), gateway.account, cut))
      expect(row).toMatchObject({ verdict: 'applied', answer: 'success' })
      expect(await kinds(order)).toEqual(['created', 'paid'])
    }
  })

  it('[#44] is refused where the program decides by them', async () => {
    const order = await anOrder(1)
    const deciding = [...message(order).keys()].filter((name) => ![...SHOWN, 'seller_email'].includes(name) && !name.startsWith('receive_')) // prettier-ignore
    for (const spoiled of deciding) {
      const cut = (name: string, value: string) => (name === spoiled ? `${value}\xff` : value)
      const row = await receive(signedCutBytes(message(order), gateway.account, cut))
      expect(row).toMatchObject({ verdict: 'malformed', answer: 'fail' })
      await expectUnchanged(order, row)
    }
  })

  it('[#75] hides no other parameter by them', async () => {
    const order = await anOrder(999_00)
    for (const odd of ['\x81', '\xe8', '\xf0\x9f', '\xff']) {
      const cut = (name: string, value: string) =>
        name === 'body' ? `tea${odd}&total_fee=999.00${odd}` : value
      const row = await receive(signedCutBytes(message(order, { body: 'x' }), gateway.account, cut))
      expect(row).toMatchObject({ verdict: 'malformed', answer: 'fail' })
      await expectUnchanged(order, row)
    }
  })
})

describe('A genuine message of which one half cannot be followed', () => {
  it('[#31] counts as a payment though its refund_status is unknown, and says what was left out', async () => {
    const order = await anOrder(1)
    expect(await tell(order, { refund_status: 'CLOSED' })).toMatchObject({
      verdict: 'applied',
      answer: 'success',
      code: 'unknown_status',
      detail: 'refund_status=CLOSED',
    })
    expect(await kinds(order)).toEqual(['created', 'paid'])
  })

  it('[#53] [T5.4d] that closes a finished trade by a refund records the refund, once', async () => {
    const order = await anOrder(1)
    await tell(order, { trade_status: 'TRADE_FINISHED' })
    const closed = {
      trade_status: 'TRADE_CLOSED',
      refund_status: 'REFUND_SUCCESS',
      gmt_refund: '2026-11-25 10:00:00',
    }
    expect(await tell(order, closed)).toMatchObject({
      verdict: 'applied',
      answer: 'success',
      code: 'cannot_follow',
      detail: 'TRADE_FINISHED -> TRADE_CLOSED',
      ...{ fromTrade: 'TRADE_FINISHED', toTrade: 'TRADE_FINISHED' },
      ...{ fromRefund: null, toRefund: 'REFUND_SUCCESS' },
    })
    expect(await tell(order, closed)).toMatchObject({ verdict: 'duplicate', answer: 'success' })
    expect(await ordered(order)).toMatchObject({
      tradeStatus: 'TRADE_FINISHED',
      refundStatus: 'REFUND_SUCCESS',
    })
    expect(await kinds(order)).toEqual(['created', 'finished', 'paid', 'refunded'])
  })

  it('[#30] records the refund of a trade whose status is unknown', async () => {
    const order = await anOrder(1)
    await tell(order)
    const refunded = { trade_status: 'TRADE_REFUNDED', refund_status: 'REFUND_SUCCESS' }
    expect(await tell(order, refunded)).toMatchObject({ verdict: 'applied', answer: 'success' })
    expect(await ordered(order)).toMatchObject({
      tradeStatus: 'WAIT_SELLER_SEND_GOODS',
      refundStatus: 'REFUND_SUCCESS',
    })
  })
})

describe('A message that does not prove where it comes from is answered fail and changes nothing:', () => {
  const wrongSigns: [string, Fields, string][] = [
    ['[#1] no sign', { sign: undefined }, 'bad_sign'],
    ['[#2] an empty sign', { sign: '' }, 'bad_sign'],
    ['[#3] a wrong sign', { sign: 'ffffffffffffffffffffffffffffffff' }, 'bad_sign'],
    ['[#6] a short sign', { sign: 'abc' }, 'bad_sign'],
    [
      '[#7] a sign that loose comparison takes for zero',
      { sign: '0e123456789012345678901234567890' },
      'bad_sign',
    ],
    ['[#10] sign_type RSA', { sign_type: 'RSA' }, 'bad_sign'],
    ['[#10] sign_type md5', { sign_type: 'md5' }, 'bad_sign'],
    ['[#10] no sign_type', { sign_type: undefined }, 'bad_sign'],
    ['[#3] another amount under the old sign', { total_fee: '0.02' }, 'bad_sign'],
    ['[#34] one parameter more under the old sign', { extra: '1' }, 'bad_sign'],
  ]
  it.each(wrongSigns)('%s', async (_what, unsigned, verdict) => {
    const order = await anOrder(1)
    const row = await tell(order, {}, unsigned)
    expect(row).toMatchObject({ verdict, answer: 'fail', responseTxt: null })
    await expectUnchanged(order, row)
    expect(gateway.asked).toEqual([])
  })

  it('[#4] a sign in upper case', async () => {
    const order = await anOrder(1)
    const bytes = Buffer.from(signedBytes(message(order), gateway.account)).toString()
    const row = await receive(
      text(bytes.replace(/(?<=[&^]sign=)\w+/, (sign) => sign.toUpperCase().replace(/^\d+$/, 'A'))),
    )
    expect(row).toMatchObject({ verdict: 'bad_sign', answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it('[#5] a sign with a line break behind it', async () => {
    const order = await anOrder(1)
    const row = await receive(
      text(
        `${Buffer.from(signedBytes(message(order), gateway.account))}`.replace('&sign_type', '%0A&sign_type'),
      ),
    )
    expect(row).toMatchObject({ verdict: 'bad_sign', answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it.each([
    ['[#11] two signs', '&sign=x'],
    ['[#11] the same parameter twice', '&total_fee=0.01'],
    ['[#29] a NUL', '&x=%00'],
    ['[#29] a NUL that is not even encoded', '&x=\0'],
    ['[#44] bytes that are text in no charset, in a time', '&gmt_close=%FF'],
    ['[#48] an overlong sequence in a fee', '&coupon_discount=%C0%AF'],
    ['[#48] a lone surrogate in a status', '&refund_status=%ED%A0%80'],
    ['[#36] a broken percent', '&x=%2'],
  ])('%s', async (_what, addition) => {
    const order = await anOrder(1)
    const row = await receive(text(`${Buffer.from(signedBytes(message(order), gateway.account))}${addition}`))
    expect(row).toMatchObject({ verdict: 'malformed', answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it.each([
    ['[T4.4a] nothing at all', ''],
    [
      '[#38] more parameters than any message has',
      Array.from({ length: 10_000 }, (_, n) => `p${n}=1`).join('&'),
    ],
    ['[#38] a megabyte', `x=${'a'.repeat(1_000_000)}`],
  ])('%s', async (_what, body) => {
    expect(await receive(text(body))).toMatchObject({ verdict: 'malformed', answer: 'fail' })
  })

  it('[#13] a sign made with the key of yesterday', async () => {
    const order = await anOrder(1)
    const yesterday = { ...gateway.account, key: 'fedcba9876543210fedcba9876543210' }
    const row = await receive(signedBytes(message(order), yesterday))
    expect(row).toMatchObject({ verdict: 'bad_sign', answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it('[#12] array and object syntax for sign', async () => {
    const order = await anOrder(1)
    const bytes = Buffer.from(signedBytes(message(order), gateway.account)).toString()
    for (const name of ['sign[]', 'sign.a', 'sign[0]']) {
      const row = await receive(text(bytes.replace('&sign=', `&${encodeURIComponent(name)}=`)))
      expect(row).toMatchObject({ verdict: 'bad_sign', answer: 'fail' })
      await expectUnchanged(order, row)
    }
  })

  it('[#42] a GBK message to a UTF-8 shop, with the hint that it looks like GBK', async () => {
    const order = await anOrder(1)
    const row = await receive(signedBytes(message(order), { ...gateway.account, charset: 'gbk' }))
    expect(row).toMatchObject({
      verdict: 'malformed',
      answer: 'fail',
      code: 'other_charset',
      detail: 'gbk',
    })
    await expectUnchanged(order, row)
  })

  it('[#47] a byte order mark before the first parameter', async () => {
    const order = await anOrder(1)
    const row = await receive(text(`\uFEFF${Buffer.from(signedBytes(message(order), gateway.account))}`))
    expect(row).toMatchObject({ answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it('[#75] a genuine return of a small order, regrouped into the payment of a big one under its sign', async () => {
    const [small, big] = [await anOrder(1), await anOrder(999_00)]
    const plain = {
      body: undefined,
      receive_name: undefined,
      receive_address: undefined,
      receive_mobile: undefined,
    }
    const wanted = [...message(big, plain)].filter(([name]) => name >= 'notify_type').sort()
    const injected = wanted.map(([name, value]) => `&${name}=${value}`).join('')
    const genuine = message(small, { ...plain, subject: `tea${injected}&z=` })

    const string = [...genuine]
      .sort()
      .map((pair) => pair.join('='))
      .join('&')
    const [before = '', after = ''] = string.split(`${injected}&z=`)
    const [kept = '', swallowed = ''] = before.split('notify_time=')
    const forged = new Map<string, string>([
      ...kept.split('&').map((pair) => pair.split('=') as [string, string]),
      ['notify_time', swallowed],
      ...wanted,
      ['z', after],
    ])
    forged.delete('')
    const sign = (params: Map<string, string>) => signParams(params, gateway.account.key, 'utf-8')
    expect(sign(forged)).toBe(sign(genuine))
    expect(Object.fromEntries(forged)).toMatchObject({ out_trade_no: big.orderNo, total_fee: '999.00' })

    const row = await receive(signedBytes(forged, gateway.account), 'return')
    expect(row).toMatchObject({ verdict: 'malformed' })
    await expectUnchanged(big, row)
  })

  it.each([
    ['[#14] no notify_id', undefined],
    ['[#15] an empty notify_id', ''],
  ])('%s', async (_what, notify_id) => {
    const order = await anOrder(1)
    const row = await tell(order, { notify_id })
    expect(row).toMatchObject({ verdict: 'bad_source', answer: 'fail' })
    expect(gateway.asked).toEqual([])
    await expectUnchanged(order, row)
  })

  it.each(['false', 'invalid', 'TRUE', ' true', 'true\n', 'untrue', '', '<html>true</html>'])(
    '[#17] [#20] a gateway that says %j',
    async (answer) => {
      gateway.answer = answer
      const order = await anOrder(1)
      const row = await tell(order)
      expect(row).toMatchObject({ verdict: 'bad_source', answer: 'fail' })
      expect(row.responseTxt).not.toBe('true')
      const isDenied = answer === 'false' || answer === 'invalid'
      expect(row.notes).toEqual([isDenied ? 'gateway_denied' : 'gateway_not_asked'])
      expect(row.code).toBe(isDenied ? 'gateway_denied' : 'not_a_word')
      await expectUnchanged(order, row)
    },
  )

  it('[#18] while the gateway is away; its retry afterwards pays once', async () => {
    const order = await anOrder(1)
    const bytes = signedBytes(message(order), gateway.account)
    const away = { ...gateway.account, gatewayUrl: 'http://127.0.0.1:9/gateway.do' }
    const first = await receive(bytes, 'notify', away)
    expect(first).toMatchObject({
      verdict: 'bad_source',
      answer: 'fail',
      notes: ['gateway_not_asked'],
      responseTxt: null,
      code: 'no_connection',
    })
    await expectUnchanged(order, first)
    expect(await receive(bytes)).toMatchObject({ verdict: 'applied', answer: 'success' })
    expect(await kinds(order)).toEqual(['created', 'paid'])
  })
})

describe('A verified message that is not about a payment of ours is refused:', () => {
  it.each<[string, Fields, string]>([
    ['[#21] another seller_id', { seller_id: '2088000000000099' }, 'bad_seller'],
    [
      '[#22] another seller_email and no seller_id',
      { seller_id: undefined, seller_email: 'thief@example.com' },
      'bad_seller',
    ],
    ['[#22] no seller at all', { seller_id: undefined, seller_email: undefined }, 'bad_seller'],
    ['[#26] an unknown order', { out_trade_no: '20990101' }, 'unknown_order'],
    ['[#26] no order', { out_trade_no: undefined }, 'unknown_order'],
    ["[#29] an order number '; DROP", { out_trade_no: '\'; DROP TABLE "shop"."Order"; --' }, 'unknown_order'],
    ['[#29] an order number ../', { out_trade_no: '../../etc/passwd' }, 'unknown_order'],
    ['[#29] an order number of 65 characters', { out_trade_no: '1'.repeat(65) }, 'unknown_order'],
    ['[#29] an order number with an emoji', { out_trade_no: '🍵' }, 'unknown_order'],
    ['[#27] no trade number', { trade_no: undefined }, 'bad_trade_no'],
    ['[#27] a trade number that is none', { trade_no: 'T1' }, 'bad_trade_no'],
    ['[#25] parts that do not make up the total', { price: '0.05', discount: '0.00' }, 'bad_amount'],
  ])('%s', async (_what, changes, verdict) => {
    const order = await anOrder(1)
    const row = await tell(order, changes)
    expect(row).toMatchObject({ verdict, answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it('[#23] 0.01 yuan for an order of 100.00', async () => {
    const order = await anOrder(100_00)
    const row = await tell(order, { total_fee: '0.01', price: '0.01' })
    expect(row).toMatchObject({ verdict: 'bad_amount', answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it.each([
    '1e2',
    '+100.00',
    '１００.００',
    '100.001',
    '-100',
    '-100.00',
    'NaN',
    '',
    ' 100.00',
    '0100.00',
    '100.',
    '100,00',
  ])('[#24] total_fee %j for an order of 100.00', async (total_fee) => {
    const order = await anOrder(100_00)
    const row = await tell(order, { total_fee })
    expect(row).toMatchObject({ verdict: 'bad_amount', answer: 'fail' })
    await expectUnchanged(order, row)
  })

  it('[#27] another trade number for an order that has one', async () => {
    const order = await anOrder(1)
    await tell(order, { trade_status: 'WAIT_BUYER_PAY' })
    const row = await tell(order, { trade_no: aTradeNo() })
    expect(row).toMatchObject({ verdict: 'bad_trade_no', answer: 'fail' })
    expect(await ordered(order)).toMatchObject({
      tradeStatus: 'WAIT_BUYER_PAY',
      tradeNo: message(order).get('trade_no'),
      paidAt: null,
    })
  })

  it('[#28] the trade number of another order', async () => {
    const [mine, other] = [await anOrder(1), await anOrder(1)]
    await tell(mine)
    const row = await tell(other, { trade_no: message(mine).get('trade_no') })
    expect(row).toMatchObject({ verdict: 'bad_trade_no', answer: 'fail' })
    await expectUnchanged(other, row)
  })
})

describe('A genuine message that says nothing this shop knows is kept, answered success and changes nothing:', () => {
  it.each<[string, Fields]>([
    ['[#30] an unknown trade_status', { trade_status: 'WAIT_FOR_GODOT' }],
    ['[#30] an empty trade_status', { trade_status: '' }],
    ['[#30] a trade_status in lower case', { trade_status: 'wait_seller_send_goods' }],
    ['[#30] a status named constructor', { trade_status: 'constructor' }],
    ['[#31] an unknown refund_status and trade_status', { refund_status: 'CLOSED', trade_status: 'PAID' }],
    ['[#32] another notify_type', { notify_type: 'batch_refund_notify' }],
  ])('%s', async (_what, changes) => {
    const order = await anOrder(1)
    const row = await tell(order, changes)
    expect(row).toMatchObject({ verdict: 'illegal', answer: 'success' })
    await expectUnchanged(order, row)
  })
})

describe('The same payment, told again,', () => {
  it('[T3.4b] [T5.2F] by a retry is a duplicate and answered success', async () => {
    const order = await anOrder(1)
    const bytes = signedBytes(message(order), gateway.account)
    await receive(bytes)
    const before = await ordered(order)
    expect(await receive(bytes)).toMatchObject({
      verdict: 'duplicate',
      answer: 'success',
      code: 'processed_before',
      responseTxt: null, // the gateway was not asked again
    })
    expect(await ordered(order)).toEqual(before)
  })

  it('[#49] after the gateway has forgotten the notify_id is still a duplicate', async () => {
    const order = await anOrder(1)
    const bytes = signedBytes(message(order), gateway.account)
    await receive(bytes)
    gateway.answer = 'false'
    expect(await receive(bytes)).toMatchObject({
      verdict: 'duplicate',
      answer: 'success',
      responseTxt: null,
    })
  })

  it('[T5.2E] by a return older than a minute is not verified, though the order is paid', async () => {
    const order = await anOrder(1)
    const bytes = signedBytes(message(order), gateway.account)
    await receive(bytes, 'return')
    gateway.answer = 'false'
    expect(await receive(bytes, 'return')).toMatchObject({ verdict: 'bad_source', responseTxt: 'false' })
  })

  it('[#49] two hundred times at once has one effect and, sent again where the gateway was too slow, two hundred times success', async () => {
    const order = await anOrder(1)
    const bytes = signedBytes(message(order), gateway.account)
    const rows: Awaited<ReturnType<typeof receive>>[] = []
    const untilSuccess = async (): Promise<void> => {
      const row = await receive(bytes)
      rows.push(row)
      if (row.answer !== 'success') await untilSuccess()
    }
    await Promise.all(Array.from({ length: 200 }, untilSuccess))
    expect(rows.filter(({ verdict }) => verdict === 'applied')).toHaveLength(1)
    expect(rows.filter(({ answer }) => answer === 'success')).toHaveLength(200)
    expect(await kinds(order)).toEqual(['created', 'paid'])
    expect((await ordered(order)).version).toBe(1)
    expect(await db().notification.count({ where: { orderNo: order.orderNo } })).toBe(rows.length)
  })

  it('[#50] by return and notify at the same instant has one effect', async () => {
    for (let round = 0; round < 25; round++) {
      const order = await anOrder(1)
      const [byNotify, byReturn] = [
        message(order),
        message(order, { is_success: 'T', seller_actions: 'SEND_GOODS' }),
      ]
      const rows = await Promise.all([
        receive(signedBytes(byNotify, gateway.account)),
        receive(signedBytes(byReturn, gateway.account), 'return'),
      ])
      expect(rows.map(({ verdict }) => verdict).sort()).toEqual(['applied', 'duplicate'])
      expect(await kinds(order)).toEqual(['created', 'paid'])
    }
  })
})

it('[#27] Of two trades that claim an order at the same instant one gets it, the other is refused', async () => {
  for (let round = 0; round < 10; round++) {
    const order = await anOrder(1)
    const rows = await Promise.all([
      tell(order, { trade_no: aTradeNo() }),
      tell(order, { trade_no: aTradeNo() }),
    ])
    expect(rows.map(({ verdict }) => verdict).sort()).toEqual(['applied', 'bad_trade_no'])
    expect(await kinds(order)).toEqual(['created', 'paid'])
  }
})

describe('The order of arrival', () => {
  it('[T5.4a] [#52] does not move an order back: a late WAIT_BUYER_PAY is stale and answered success', async () => {
    const order = await anOrder(1)
    await tell(order)
    const before = await ordered(order)
    const late = await tell(order, {
      trade_status: 'WAIT_BUYER_PAY',
      gmt_payment: undefined,
      logistics_fee: undefined,
      is_total_fee_adjust: 'Y',
    })
    expect(late).toMatchObject({ verdict: 'stale', answer: 'success' })
    expect(await ordered(order)).toEqual(before)
  })

  it('[#51] may skip a status: its events are recorded once', async () => {
    const order = await anOrder(1)
    const shipped = { trade_status: 'WAIT_BUYER_CONFIRM_GOODS', gmt_send_goods: '2026-11-23 09:00:00' }
    expect(await tell(order, shipped)).toMatchObject({ verdict: 'applied' })
    expect(await tell(order)).toMatchObject({ verdict: 'stale', answer: 'success' })
    expect(await kinds(order)).toEqual(['created', 'paid', 'shipped'])
    expect((await ordered(order)).tradeStatus).toBe('WAIT_BUYER_CONFIRM_GOODS')
  })

  it('[#53] [#54] never reopens a closed order, nor drops money paid for it', async () => {
    const order = await anOrder(1)
    await tell(order, {
      trade_status: 'TRADE_CLOSED',
      gmt_payment: undefined,
      gmt_close: '2026-11-29 10:00:00',
    })
    expect(await tell(order)).toMatchObject({
      verdict: 'applied',
      ...{ fromTrade: 'TRADE_CLOSED', toTrade: 'TRADE_CLOSED' },
    })
    expect(await tell(order)).toMatchObject({ verdict: 'stale' })
    expect(await ordered(order)).toMatchObject({
      tradeStatus: 'TRADE_CLOSED',
      paidAt: new Date('2026-11-22T02:00:04Z'),
    })
    expect(await kinds(order)).toEqual(['closed', 'created', 'paid_late'])
  })
})

describe('Our own failures', () => {
  it('[#59] are answered fail and logged as error; the retry applies once', async () => {
    const order = await anOrder(1)
    const bytes = signedBytes(message(order), gateway.account)
    await db().$executeRaw`ALTER TABLE "shop"."OrderEvent" RENAME TO "OrderEventGone"`
    const row = await receive(bytes).finally(
      () => db().$executeRaw`ALTER TABLE "shop"."OrderEventGone" RENAME TO "OrderEvent"`,
    )
    expect(row).toMatchObject({ verdict: 'error', answer: 'fail', code: 'our_error', toTrade: null })
    await expectUnchanged(order, row)
    expect(await receive(bytes)).toMatchObject({ verdict: 'applied', answer: 'success' })
    expect(await kinds(order)).toEqual(['created', 'paid'])
  })
})

it('[#72] The key is in no log row', async () => {
  await tell(await anOrder(1))
  await receive(text(formEncode(message(await anOrder(1)), 'utf-8')))
  const rows = await db().notification.findMany()
  const printed = JSON.stringify(
    rows.map((row) => ({ ...row, rawBytes: Buffer.from(row.rawBytes).toString() })),
  )
  expect(printed).not.toContain(gateway.account.key)
})
