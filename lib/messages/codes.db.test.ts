import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { REASON_WORDS } from '../alipay/reason-words'

const database = new pg.Client({ connectionString: process.env.DATABASE_URL })
beforeAll(() => database.connect())
afterAll(() => database.end())

/** Every sentence that was ever written to the column `reason`, with its code and detail. */
const SENTENCES: [reason: string, code: keyof typeof REASON_WORDS, detail: string | null][] = [
  ['by GET, not by POST', 'not_by_post', 'GET'],
  ['the body did not arrive within 10000 ms', 'body_stalled', '10000'],
  ['the Content-Type is not application/x-www-form-urlencoded', 'content_type', null],
  ['more than 65536 bytes', 'too_long', '65536'],
  ['no parameters', 'no_parameters', null],
  ['more than 200 parameters', 'too_many_parameters', '200'],
  ['the parameter "total_fee" is given twice', 'parameter_twice', 'total_fee'],
  ['broken percent-encoding in "a=%zz"', 'broken_encoding', 'a=%zz'],
  ['broken percent-encoding, or a NUL, in "a=%zz"', 'broken_encoding', 'a=%zz'],
  ['a name with & or = in it', 'name_with_separator', null],
  [
    'subject seems to hold total_fee: under one sign this can be read in two ways',
    'value_with_parameter',
    'subject: total_fee',
  ],
  ["a parameter's name is not utf-8", 'name_not_text', 'utf-8'],
  ['the bytes of trade_no are not gbk', 'field_not_text', 'trade_no'],
  [
    'the bytes are not utf-8; it looks like gbk: is ALIPAY_INPUT_CHARSET the charset of the request?',
    'other_charset',
    'gbk',
  ],
  ['the bytes are not utf-8', 'not_text', null],
  ['the bytes are not in the charset that it declares', 'not_text', null],
  ['it declares a charset that this interface does not have', 'unknown_charset', null],
  ['not XML', 'not_xml', null],
  ['a DOCTYPE, which no answer of the gateway has', 'doctype', null],
  ['alipay/sign is there twice', 'element_twice', 'alipay/sign'],
  ['is_success is neither T nor F with an error', 'no_is_success', null],
  ['more than one element under response', 'two_responses', null],
  ['the answer holds no trade', 'no_trade', null],
  ['there is no sign', 'no_sign', null],
  ['sign_type is not MD5', 'sign_type', 'MD5'],
  ['sign is not the one computed here: compare key, charset and parameters', 'wrong_sign', null],
  ["the answer's sign is not the one computed here", 'wrong_sign', null],
  ['there is no notify_id, so the gateway cannot be asked', 'no_notify_id', null],
  ['this notify_id has confirmed a message about another order', 'notify_id_reused', null],
  ['this very message has been verified and processed before', 'processed_before', null],
  ['the gateway denies the notify_id: false', 'gateway_denied', null],
  ['the gateway denies the notify_id: invalid', 'gateway_denied', null],
  ['the gateway does not confirm the notify_id: false', 'gateway_denied', null],
  ['the gateway does not confirm the notify_id: (HTTP 503)', 'http_status', '503'],
  ['the gateway could not be asked about the notify_id: (HTTP 302)', 'http_status', '302'],
  [
    'the gateway could not be asked about the notify_id: (no connection: ECONNREFUSED)',
    'no_connection',
    'ECONNREFUSED',
  ],
  ['the gateway could not be asked about the notify_id: (no answer in 8000 ms)', 'timeout', '8000'],
  ['the gateway could not be asked about the notify_id: (more than one word)', 'answer_too_long', null],
  ['the gateway could not be asked about the notify_id: <html>\ntrue', 'not_a_word', null],
  ['the gateway could not be asked about the notify_id: ', 'not_a_word', null],
  ['notify_type is refund, not trade_status_sync', 'notify_type', 'refund'],
  ['notify_type is undefined, not trade_status_sync', 'notify_type', 'undefined'],
  ['the message names no seller', 'no_seller', null],
  ['seller_id is 2088000000000009, ours is 2088000000000001', 'other_seller_id', '2088000000000009'],
  ['seller_email is a@example.com, ours is b@example.com', 'other_seller_email', 'a@example.com'],
  ['there is no order 20261122', 'no_order', '20261122'],
  ['there is no order ', 'no_order', null],
  ['trade_no "abc" is not a trade number', 'no_trade_no', 'abc'],
  [
    'the order belongs to trade 2026112200000001, not 2026112200000002',
    'order_has_other_trade',
    '2026112200000001',
  ],
  ['trade 2026112200000001 belongs to order 20261122', 'trade_has_other_order', '20261122'],
  ['total_fee is "free"', 'not_an_amount', 'free'],
  ['total_fee is "0.01", the order\'s total is 34800 fen', 'wrong_total', '0.01 ≠ 34800 fen'],
  [
    "total_fee is 0.80, the order's total is 1.00; if the price was changed at Alipay, accept it first",
    'wrong_total',
    '0.80 ≠ 1.00',
  ],
  [
    "total_fee is 0.80 with EMS, the order's total is 1.00; if the price was changed at Alipay, accept it first",
    'wrong_total',
    '0.80 EMS ≠ 1.00',
  ],
  ['price, quantity, discount and postage do not make up total_fee', 'wrong_parts', null],
  ['trade_status "X" is unknown', 'unknown_status', 'trade_status=X'],
  ['refund_status "Y Z" is unknown', 'unknown_status', 'refund_status=Y Z'],
  [
    'trade_status "" is unknown; refund_status "Y" is unknown',
    'unknown_status',
    'trade_status=; refund_status=Y',
  ],
  ['TRADE_FINISHED cannot become TRADE_CLOSED', 'cannot_follow', 'TRADE_FINISHED -> TRADE_CLOSED'],
  ['refund REFUND_SUCCESS cannot become REFUND_CLOSED', 'cannot_follow', 'REFUND_SUCCESS -> REFUND_CLOSED'],
  [
    'TRADE_CLOSED cannot become TRADE_FINISHED; refund REFUND_SUCCESS cannot become REFUND_CLOSED',
    'cannot_follow',
    'TRADE_CLOSED -> TRADE_FINISHED; REFUND_SUCCESS -> REFUND_CLOSED',
  ],
  [
    'refund REFUND_SUCCESS cannot become REFUND_CLOSED; trade_status "X" is unknown',
    'cannot_follow',
    'REFUND_SUCCESS -> REFUND_CLOSED; trade_status=X',
  ],
  ['the order is at TRADE_FINISHED already', 'further_on', 'TRADE_FINISHED'],
  ['an error on our side; the gateway will send it again', 'our_error', null],
  ['what nobody ever wrote', 'other', 'what nobody ever wrote'],
]

const RESPONSES: [responseTxt: string, reason: string, kept: string | null, detail: string | null][] = [
  ['true', 'TRADE_FINISHED cannot become TRADE_CLOSED', 'true', 'TRADE_FINISHED -> TRADE_CLOSED'],
  ['false', 'this very message has been verified and processed before', 'false', null],
  ['(HTTP 503)', 'this very message has been verified and processed before', null, 'http_status'],
  ['(no answer in 8000 ms)', 'this very message has been verified and processed before', null, 'timeout'],
  ['(more than one word)', 'an error on our side; the gateway will send it again', null, 'answer_too_long'],
  ['(no connection: x\ny)', 'an error on our side; the gateway will send it again', null, 'no_connection'],
  [
    '(no connection: EPIPE)',
    'the gateway could not be asked about the notify_id: (no connection: EPIPE)',
    null,
    'EPIPE',
  ],
]

const TRANSITIONS: [transition: string, columns: object][] = [
  [
    'none -> WAIT_BUYER_PAY',
    { fromTrade: null, toTrade: 'WAIT_BUYER_PAY', fromRefund: null, toRefund: null },
  ],
  [
    'WAIT_BUYER_PAY -> WAIT_BUYER_PAY, price 1.00 -> 0.50',
    { fromTrade: 'WAIT_BUYER_PAY', toTrade: 'WAIT_BUYER_PAY', fromFen: 100, toFen: 50 },
  ],
  [
    'TRADE_FINISHED -> TRADE_FINISHED + REFUND_SUCCESS',
    { fromTrade: 'TRADE_FINISHED', toTrade: 'TRADE_FINISHED', fromRefund: null, toRefund: 'REFUND_SUCCESS' },
  ],
  [
    'WAIT_BUYER_PAY + WAIT_SELLER_AGREE -> TRADE_CLOSED + REFUND_SUCCESS, price 12.00 -> 3456.78',
    {
      ...{ fromTrade: 'WAIT_BUYER_PAY', toTrade: 'TRADE_CLOSED', fromFen: 1200, toFen: 345_678 },
      ...{ fromRefund: 'WAIT_SELLER_AGREE', toRefund: 'REFUND_SUCCESS' },
    },
  ],
]

it('The migration gives every sentence of before its code and detail, and every transition its columns', async () => {
  const folder = 'prisma/shop/migrations'
  const names = readdirSync(folder).filter((name) => name.startsWith('2026'))
  const codes = names.find((name) => name.endsWith('_codes')) ?? ''
  const apply = async (some: string[]) => {
    for (const name of some) await database.query(readFileSync(`${folder}/${name}/migration.sql`, 'utf8'))
  }
  const insert = (id: string, columns: Record<string, unknown>) => {
    const given = { channel: 'notify', receivedAt: new Date(), remoteAddress: '', rawBytes: '', ...columns }
    const row: Record<string, unknown> = { id, verdict: 'malformed', answer: '', milliseconds: 0, ...given }
    const columnNames = Object.keys(row).map((name) => `"${name}"`)
    const values = Object.keys(row).map((_, index) => `$${index + 1}`)
    return database.query(
      `INSERT INTO "Notification" (${columnNames.join()}) VALUES (${values.join()})`,
      Object.values(row),
    )
  }
  const find = async (id: string) => {
    const { rows } = await database.query<Record<string, unknown>>(
      `SELECT * FROM "Notification" WHERE "id" = '${id}'`,
    )
    return rows[0]
  }
  // not in one transaction, which could not use the enum values that it adds
  await database.query('DROP SCHEMA IF EXISTS before_codes CASCADE; CREATE SCHEMA before_codes')
  try {
    await database.query('SET search_path TO before_codes')
    await apply(names.filter((name) => name < codes))
    for (const [index, [reason]] of SENTENCES.entries()) await insert(`sentence ${index}`, { reason })
    for (const [index, [responseTxt, reason]] of RESPONSES.entries())
      await insert(`response ${index}`, { responseTxt, reason })
    for (const [index, [transition]] of TRANSITIONS.entries())
      await insert(`transition ${index}`, {
        transition,
        params: { trade_status: 'modify.tradeBase.totalFee' },
      })
    await insert('nothing', {})

    await apply([codes])
    for (const [index, [reason, code, detail]] of SENTENCES.entries())
      expect(await find(`sentence ${index}`), reason).toMatchObject({ code, detail })
    for (const [index, [responseTxt, , kept, detail]] of RESPONSES.entries())
      expect(await find(`response ${index}`), responseTxt).toMatchObject({ responseTxt: kept, detail })
    for (const [index, [transition, columns]] of TRANSITIONS.entries())
      expect(await find(`transition ${index}`), transition).toMatchObject({
        ...{ fromFen: null, toFen: null, code: null, tradeStatus: 'modify.tradeBase.totalFee' },
        ...columns,
      })
    expect(await find('nothing')).toMatchObject({
      code: null,
      detail: null,
      tradeStatus: null,
      toTrade: null,
    })
    expect(await find('nothing')).not.toHaveProperty('reason')
  } finally {
    await database.query('RESET search_path; DROP SCHEMA before_codes CASCADE')
  }
})
