import { hash } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Order } from '@/generated/shop/client'
import { db } from '../db'
import { receiveMessage } from '../messages/receive-message'
import { anOrder, aTradeNo } from '../messages/testing/messages'
import { NO_OPEN_REFUND } from '../orders/transitions'
import type { Gateway, GatewayRequest, Verb } from './gateway'

const sign = (text: string) => hash('sha1', `${text}secret`)
const request = (verb: Verb): GatewayRequest => ({
  ...{ verb, service: `toy.${verb}`, action: 'http://toy.example', charset: 'utf-8', fields: new Map() },
})
/** What the toy gateway answers about a message's id. */
let word = 'yes'
beforeEach(() => {
  word = 'yes'
})

/** A third interface, with nothing of Alipay's in it: messages are JSON, amounts are fen, signs are SHA-1. */
const toyGateway: Gateway = {
  name: 'partner',
  charset: 'utf-8',
  host: 'toy.example',
  refusals: () => [],
  pay: () => request('pay'),
  query: () => request('query'),
  close: () => request('close'),
  ship: () => request('ship'),
  refund: null,
  refundQuery: null,
  readMessage(bytes) {
    const [text = '', sent = ''] = Buffer.from(bytes).toString().split('#')
    if (!text.startsWith('{')) return { kind: 'malformed', code: 'no_parameters' }
    const params = new Map(Object.entries<string>(JSON.parse(text)))
    const checked = { params, unreadable: [], signedText: text, sign: sent, mysign: sign(text) }
    return sent === checked.mysign
      ? { kind: 'signed', ...checked }
      : { kind: 'bad_sign', code: 'wrong_sign', ...checked }
  },
  readAnswer: () => ({ kind: 'refused', code: 'NO_TOYS' }),
  confirm: async () =>
    word === 'yes' ? { kind: 'confirmed', word } : { kind: 'denied', word, code: 'gateway_denied' },
  claim(params) {
    const money = {
      orderNo: params.get('order') ?? '',
      tradeNo: params.get('trade') ?? '',
      totalFen: Number(params.get('fen')),
    }
    if (params.get('state') !== 'paid')
      return { ok: false, verdict: 'illegal', code: 'unknown_status', claim: { ...money, money: null } }
    const paidAt = new Date('2026-11-29T10:00:00Z')
    const news = {
      tradeStatus: 'WAIT_SELLER_SEND_GOODS',
      refundStatus: null,
      refundAt: null,
      unknown: null,
      sent: false,
      ...NO_OPEN_REFUND,
    } as const
    const rest = {
      total: String(money.totalFen),
      buyerEmail: null,
      at: paidAt,
      told: null,
      sellerEmailChanged: false,
    }
    return { ok: true, claim: { ...money, ...rest, money: 'paid', news: { ...news, paidAt } } }
  },
  amount: ({ totalFen, total }, order) =>
    totalFen === order.totalFen
      ? { kind: 'right', quote: null }
      : { kind: 'wrong', code: 'wrong_total', detail: total },
  errorHelp: () => undefined,
}

const tell = (order: Order, changes: Record<string, string> = {}, sent?: string) => {
  const says = {
    notify_id: '1',
    out_trade_no: order.orderNo,
    order: order.orderNo,
    trade: aTradeNo(),
    fen: '1',
    state: 'paid',
  }
  const text = JSON.stringify({ ...says, ...changes })
  const bytes = new Uint8Array(Buffer.from(`${text}#${sent ?? sign(text)}`))
  return receiveMessage({ channel: 'notify', bytes, remoteAddress: '' }, toyGateway)
}
const orderNow = ({ id }: Order) =>
  db().order.findUniqueOrThrow({ where: { id }, include: { events: { orderBy: { id: 'asc' } } } })

it('A third gateway pays an order by its message, once', async () => {
  const order = await anOrder(1)
  const trade = aTradeNo()
  expect(await tell(order, { trade })).toMatchObject({
    verdict: 'applied',
    answer: 'success',
    responseTxt: 'yes',
  })
  expect(await tell(order, { trade })).toMatchObject({ verdict: 'duplicate', answer: 'success' })
  const { events, ...now } = await orderNow(order)
  expect(now).toMatchObject({ tradeNo: trade, tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidFen: 1 })
  expect(events.map(({ kind }) => kind)).toEqual(['created', 'paid'])
})

it.each<[what: string, changes: Record<string, string>, verdict: string, code: string]>([
  ['another amount', { fen: '2' }, 'bad_amount', 'wrong_total'],
  ['an unknown order', { order: 'none' }, 'unknown_order', 'no_order'],
  ['no trade number', { trade: 'x' }, 'bad_trade_no', 'no_trade_no'],
  ['an unknown state', { state: 'odd' }, 'illegal', 'unknown_status'],
])('A message of a third gateway with %s changes nothing', async (_what, changes, verdict, code) => {
  const order = await anOrder(1)
  expect(await tell(order, changes)).toMatchObject({ verdict, code })
  expect((await orderNow(order)).tradeStatus).toBeNull()
})

it('A message of a third gateway with a wrong sign, or that it denies, changes nothing', async () => {
  const order = await anOrder(1)
  expect(await tell(order, {}, 'forged')).toMatchObject({ verdict: 'bad_sign', answer: 'fail' })
  word = 'no'
  expect(await tell(order)).toMatchObject({ verdict: 'bad_source', code: 'gateway_denied', answer: 'fail' })
  expect((await orderNow(order)).tradeStatus).toBeNull()
})
