import type { Trade } from '@/generated/sandbox/client'
import { formatYuan, parseYuan } from '../../../alipay/money'
import type { AnswerContent } from '../../../alipay/open/write-answer'
import { ActionError } from '../../action-error'
import { db } from '../../db'
import type { ServerMethod } from '../../merchants/methods'
import { sandboxState } from '../../state'
import { maskedAccount, timeIn } from '../../trade-request'
import { refundTrade } from '../../trade/refund-trade'
import { act } from '../../trade/trade-actions'
import type { GatewayRefusal } from '../refusal'
import type { AuthenticCall } from './authenticate'
import { placeOrder } from './place-order'
import { invalidParameter, refused } from './refusal'

/** What a method tells, beside code and msg. */
export type MethodAnswer = { kind: 'told'; content: AnswerContent } | GatewayRefusal

/** The methods of a merchant's server (protocol-open.md 4). */
export const SERVER: Record<ServerMethod, (call: AuthenticCall) => Promise<MethodAnswer>> = {
  'alipay.trade.precreate': precreate,
  'alipay.trade.query': withTrade(query),
  'alipay.trade.close': withTrade(close),
  'alipay.trade.refund': withTrade(refund),
  'alipay.trade.fastpay.refund.query': withTrade(refundQuery),
}

const told = (content: AnswerContent): MethodAnswer => ({ kind: 'told', content })

/** 统一收单线下交易预创建: the code to scan holds the address of the cashier, with the host of SHOP_URL. */
async function precreate(call: AuthenticCall): Promise<MethodAnswer> {
  const order = await placeOrder(call)
  if (order.kind === 'refused') return order
  const qrCode = new URL(`/sandbox/cashier/${order.tradeId}`, sandboxState().shopUrl ?? 'http://127.0.0.1')
    .href
  return told({ out_trade_no: call.biz.out_trade_no, qr_code: qrCode })
}

/** Hands on the application's trade named by trade_no, which wins, or by out_trade_no. There is none before the buyer's login. */
function withTrade(method: (trade: Trade, call: AuthenticCall) => Promise<MethodAnswer>) {
  return async (call: AuthenticCall): Promise<MethodAnswer> => {
    const { trade_no: tradeNo, out_trade_no: outTradeNo } = call.biz
    if (!tradeNo && !outTradeNo)
      return invalidParameter('trade_no', {
        zh: 'trade_no 和 out_trade_no 至少要有一个',
        en: 'trade_no or out_trade_no is needed',
      })
    const number = tradeNo ? { tradeNo } : { outTradeNo }
    const { partner } = call.merchant
    const trade = await db().trade.findFirst({
      where: { partner, ...number, service: { startsWith: 'alipay.' } },
    })
    if (trade?.tradeStatus) return method(trade, call)
    return refused(
      'ACQ.TRADE_NOT_EXIST',
      '交易不存在：没有这个单号，或者买家还没有登录收银台、扫码',
      'There is no such trade, or its buyer has not logged in or scanned yet',
    )
  }
}

const namesOf = ({ tradeNo, outTradeNo }: Trade) => ({ trade_no: tradeNo, out_trade_no: outTradeNo })

const buyerOf = ({ buyerEmail, buyerId }: Trade) => ({
  buyer_logon_id: maskedAccount(buyerEmail ?? ''),
  buyer_user_id: buyerId,
})

/** 统一收单线下交易查询. It tells no refunds: the amount is the order's. */
async function query(trade: Trade): Promise<MethodAnswer> {
  const total = formatYuan(trade.totalFen)
  const paid = trade.gmtPayment ? total : '0.00'
  return told({
    ...namesOf(trade),
    ...buyerOf(trade),
    trade_status: trade.tradeStatus,
    total_amount: total,
    receipt_amount: paid,
    buyer_pay_amount: paid,
    invoice_amount: paid,
    point_amount: '0.00',
    ...(trade.gmtPayment && {
      send_pay_date: timeIn(trade.gmtPayment),
      fund_bill_list: [{ fund_channel: 'ALIPAYACCOUNT', amount: total }],
    }),
  })
}

/** 统一收单交易关闭: unpaid trades only. */
async function close(trade: Trade): Promise<MethodAnswer> {
  try {
    return told(namesOf(await act(trade.id, 'close')))
  } catch (error) {
    if (error instanceof ActionError)
      return { kind: 'refused', code: 'ACQ.TRADE_STATUS_ERROR', reason: error.text }
    throw error
  }
}

/** 统一收单交易退款. `refund_fee` is what was refunded in all; `fund_change` says whether this call moved money. */
async function refund(trade: Trade, { biz }: AuthenticCall): Promise<MethodAnswer> {
  const fen = parseYuan(biz.refund_amount ?? '')
  if (!fen)
    return invalidParameter('refund_amount', {
      zh: '0.01 起，单位元，最多两位小数',
      en: 'from 0.01, in yuan with at most two decimals',
    })
  if (!biz.out_request_no && fen < trade.totalFen)
    return invalidParameter('out_request_no', { zh: '部分退款时必填', en: 'needed for a refund in part' })
  const requestNo = biz.out_request_no || trade.outTradeNo
  if (requestNo.length > 64)
    return invalidParameter('out_request_no', { zh: '最多 64 个字符', en: 'at most 64 characters' })
  try {
    const { trade: after, moved } = await refundTrade(trade.id, {
      requestNo,
      fen,
      reason: biz.refund_reason ?? null,
    })
    return told({
      ...namesOf(after),
      ...buyerOf(after),
      fund_change: moved ? 'Y' : 'N',
      refund_fee: formatYuan(after.refundedFen),
      gmt_refund_pay: timeIn(after.gmtRefund),
      ...(moved && {
        refund_detail_item_list: [{ fund_channel: 'ALIPAYACCOUNT', amount: formatYuan(fen) }],
        send_back_fee: formatYuan(fen),
      }),
    })
  } catch (error) {
    if (error instanceof ActionError) return { kind: 'refused', code: error.code, reason: error.text }
    throw error
  }
}

/** 统一收单交易退款查询. Of a refund that was not made nothing is told, and that with success. */
async function refundQuery(trade: Trade, { biz }: AuthenticCall): Promise<MethodAnswer> {
  const requestNo = biz.out_request_no
  if (!requestNo)
    return invalidParameter('out_request_no', {
      zh: '必填；退款时没有给的话，它是 out_trade_no',
      en: 'needed; where the refund had none, it is the out_trade_no',
    })
  const made = await db().tradeRefund.findUnique({
    where: { tradeId_requestNo: { tradeId: trade.id, requestNo } },
  })
  if (!made) return told({})
  return told({
    ...namesOf(trade),
    out_request_no: requestNo,
    total_amount: formatYuan(trade.totalFen),
    refund_amount: formatYuan(made.fen),
    refund_status: 'REFUND_SUCCESS',
    refund_reason: made.reason ?? undefined,
    gmt_refund_pay: timeIn(made.at),
  })
}
