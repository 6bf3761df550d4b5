import { randomBytes } from 'node:crypto'
import type { Order } from '@/generated/shop/client'
import type { RefundStatus, TradeStatus } from '../../alipay/status'
import { formatBeijingTime } from '../../alipay/beijing-time'
import { formatYuan } from '../../alipay/money'
import { xmlFailure } from '../../alipay/partner/write-xml-answer'
import { aTradeNo, type Fields, message, signedBytes, tradeAnswer } from '../../messages/testing/messages'
import type { StubGateway } from '../../messages/testing/stub-gateway'

/** A trade as it really is. Times are those of the gateway's messages. */
export interface Trade {
  tradeNo: string
  totalFen: number
  adjusted: boolean
  status: TradeStatus
  refund: RefundStatus | null
  goodsReceived: boolean
  created: string
  changed: string
  paid?: string
  sent?: string
  refundChanged?: string
  closed?: string
}

/** A message that the gateway has sent, and that the network brings when it likes, or never, or often. */
export interface Sent {
  notifyId: string
  trade: Trade
  isReturn: boolean
  status: TradeStatus
  saysPaid: boolean
  at: number
  bytes: Uint8Array<ArrayBuffer>
  /** The same with another status, and the sign of before. */
  forged: Uint8Array<ArrayBuffer>
}

export const STEPS = [
  ...['changePrice', 'pay', 'ship', 'confirm', 'close'],
  ...['askRefund', 'askRefundWithGoods', 'agree', 'refuse', 'returnGoods', 'receiveGoods', 'cancelRefund'],
] as const
export type Step = (typeof STEPS)[number]

interface Rule {
  status: TradeStatus[]
  /** Without it the refund does not matter. */
  refund?: (RefundStatus | null)[]
  change: (trade: Trade, at: string, fen: number) => Partial<Trade>
}

const UNDECIDED: RefundStatus[] = ['WAIT_SELLER_AGREE', 'SELLER_REFUSE_BUYER']
const OPEN: RefundStatus[] = [...UNDECIDED, 'WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS']
const GOES_ON = [null, 'REFUND_CLOSED', ...UNDECIDED] as const
const PAID: TradeStatus[] = ['WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS']

const withoutRefund = ({ refund }: Trade) =>
  refund && OPEN.includes(refund) ? { refund: 'REFUND_CLOSED' as const } : {}
const ask = (goodsReceived: boolean) => (_trade: Trade, at: string) =>
  ({ refund: 'WAIT_SELLER_AGREE', goodsReceived, refundChanged: at }) as const
const refunded = (_trade: Trade, at: string) =>
  ({ status: 'TRADE_CLOSED', refund: 'REFUND_SUCCESS', refundChanged: at, closed: at }) as const

/** Escrow by docs/protocol.md 6.3, written down a second time. */
const RULES: Record<Step, Rule> = {
  changePrice: {
    status: ['WAIT_BUYER_PAY'],
    change: (_trade, _at, fen) => ({ totalFen: fen, adjusted: true }),
  },
  pay: {
    status: ['WAIT_BUYER_PAY'],
    change: (_trade, at) => ({ status: 'WAIT_SELLER_SEND_GOODS', paid: at }),
  },
  close: {
    status: ['WAIT_BUYER_PAY'],
    change: (_trade, at) => ({ status: 'TRADE_CLOSED', closed: at }),
  },
  ship: {
    status: ['WAIT_SELLER_SEND_GOODS'],
    refund: [...GOES_ON],
    change: (trade, at) => ({ status: 'WAIT_BUYER_CONFIRM_GOODS', sent: at, ...withoutRefund(trade) }),
  },
  confirm: {
    status: ['WAIT_BUYER_CONFIRM_GOODS'],
    refund: [...GOES_ON],
    change: (trade, at) => ({ status: 'TRADE_FINISHED', closed: at, ...withoutRefund(trade) }),
  },
  askRefund: { status: PAID, refund: [null, ...UNDECIDED], change: ask(false) },
  askRefundWithGoods: {
    status: ['WAIT_BUYER_CONFIRM_GOODS'],
    refund: [null, ...UNDECIDED],
    change: ask(true),
  },
  agree: {
    status: PAID,
    refund: ['WAIT_SELLER_AGREE'],
    change: (trade, at) =>
      trade.goodsReceived ? { refund: 'WAIT_BUYER_RETURN_GOODS' } : refunded(trade, at),
  },
  refuse: {
    status: PAID,
    refund: ['WAIT_SELLER_AGREE'],
    change: () => ({ refund: 'SELLER_REFUSE_BUYER' }),
  },
  returnGoods: {
    status: PAID,
    refund: ['WAIT_BUYER_RETURN_GOODS'],
    change: () => ({ refund: 'WAIT_SELLER_CONFIRM_GOODS' }),
  },
  receiveGoods: { status: PAID, refund: ['WAIT_SELLER_CONFIRM_GOODS'], change: refunded },
  cancelRefund: { status: PAID, refund: OPEN, change: withoutRefund },
}

export type GatewayState =
  /** Answers all. */
  | 'up'
  /** Answers nonsense. */
  | 'down'
  /** Does what it is told, and answers nonsense. */
  | 'mute'

const NONSENSE = '<html>502</html>'
const RETURN_VALID_MS = 60_000

/** The truth about the trades of one order, and the gateway that tells it to the shop. */
export class ModelGateway {
  readonly trades: Trade[] = []
  readonly sent: Sent[] = []
  readonly acknowledged = new Set<string>()
  state: GatewayState = 'up'
  #now = Date.parse('2026-11-22T02:00:00Z')

  constructor(
    readonly order: Order,
    readonly account: StubGateway['account'],
  ) {}

  /** The buyer logs in at the cashier. A second trade of an order should not be, and is what some shops bring about. */
  logIn() {
    const at = this.#tick()
    const { totalFen } = this.order
    const state = { status: 'WAIT_BUYER_PAY', refund: null, goodsReceived: false, adjusted: false } as const
    const tradeNo = aTradeNo()
    const trade: Trade = { tradeNo, totalFen, created: at, changed: at, ...state }
    this.trades.push(trade)
    const first = ['logistics_type', 'logistics_fee', 'logistics_payment', 'gmt_logistics_modify']
    this.#send(trade, {
      is_total_fee_adjust: 'Y',
      ...Object.fromEntries(first.map((name) => [name, undefined])),
    })
  }

  may(step: Step, trade: Trade | undefined): boolean {
    const { status, refund } = RULES[step]
    return !!trade && status.includes(trade.status) && (!refund || refund.includes(trade.refund))
  }

  /** Returns whether the trade's state allowed it. */
  take(step: Step, trade: Trade | undefined, fen = 0): boolean {
    if (!trade || !this.may(step, trade)) return false
    const at = this.#tick()
    Object.assign(trade, RULES[step].change(trade, at, fen), { changed: at })
    this.#send(trade)
    if (step === 'pay') this.#send(trade, { is_success: 'T', seller_actions: 'SEND_GOODS' })
    return true
  }

  /** What notify_verify says. */
  verify(notifyId: string | null): string {
    if (this.state !== 'up') return NONSENSE
    const sent = this.sent.find((one) => one.notifyId === notifyId)
    if (!sent || this.acknowledged.has(sent.notifyId)) return 'false'
    return String(!sent.isReturn || this.#now - sent.at <= RETURN_VALID_MS)
  }

  /** What a call from server to server is answered. */
  serve(fields: Record<string, string>): Uint8Array | string {
    if (this.state === 'down') return NONSENSE
    const answer = this.#answer(fields)
    return this.state === 'mute' ? NONSENSE : answer
  }

  #answer({ service, trade_no, ...fields }: Record<string, string>): Uint8Array {
    const { charset } = this.account
    const orderNo = fields.out_trade_no ?? fields.out_order_no
    const trade = this.trades.find(({ tradeNo }) =>
      trade_no ? tradeNo === trade_no : orderNo === this.order.orderNo,
    )
    if (!trade) return xmlFailure('TRADE_NOT_EXIST', charset)
    const step =
      service === 'send_goods_confirm_by_platform' ? 'ship' : service === 'close_trade' ? 'close' : null
    if (step && !this.take(step, trade)) return xmlFailure('TRADE_STATUS_NOT_AVAILD', charset)
    return tradeAnswer(this.order, this.account, {
      ...this.#says(trade),
      gmt_last_modified_time: trade.changed,
      is_total_fee_adjust: trade.adjusted ? 'T' : 'F',
    })
  }

  #send(trade: Trade, changes: Fields = {}) {
    const notifyId = randomBytes(17).toString('hex')
    const fields = { ...this.#says(trade), notify_id: notifyId, notify_time: trade.changed, ...changes }
    const params = message(this.order, fields)
    const forgedStatus = trade.status === 'TRADE_FINISHED' ? 'TRADE_CLOSED' : 'TRADE_FINISHED'
    this.sent.push({
      notifyId,
      trade,
      isReturn: 'is_success' in changes,
      status: trade.status,
      saysPaid: trade.paid !== undefined,
      at: this.#now,
      bytes: signedBytes(params, this.account),
      forged: signedBytes(params, this.account, { trade_status: forgedStatus }),
    })
  }

  #says(trade: Trade): Fields {
    const isForgotten = trade.status === 'TRADE_FINISHED' && trade.refund !== 'REFUND_SUCCESS'
    return {
      trade_no: trade.tradeNo,
      trade_status: trade.status,
      total_fee: formatYuan(trade.totalFen),
      is_total_fee_adjust: trade.adjusted ? 'Y' : 'N',
      refund_status: (!isForgotten && trade.refund) || undefined,
      gmt_create: trade.created,
      gmt_payment: trade.paid,
      gmt_send_goods: trade.sent,
      gmt_refund: isForgotten ? undefined : trade.refundChanged,
      gmt_close: trade.closed,
    }
  }

  /** Every step has a second of its own: within one the gateway's times do not tell the order. */
  #tick(): string {
    this.#now += 1_000
    return formatBeijingTime(new Date(this.#now))
  }
}
