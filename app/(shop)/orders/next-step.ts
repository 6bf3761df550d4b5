import type { RefundStatus, TradeStatus } from '@/lib/alipay/status'
import type { Bilingual } from '@/lib/dictionary'
import { isOpen } from '@/lib/orders/transitions'
import type { Doubt } from '@/lib/payments/payment-doubt'
import { nextOpenStep, type OpenOrder } from './next-open-step'

/** What the buyer has to do or to wait for, in a buyer's words. */
interface NextStep extends Bilingual {
  /** The step is done on the gateway's site. */
  atGateway: boolean
}

export interface BuyersOrder extends OpenOrder {
  gateway: string
  refundedFen: number
  tradeStatus: TradeStatus | null
  refundStatus: RefundStatus | null
  paidAt: Date | null
  events: { kind: string }[]
  /** Whether it may be paid although no message says so. */
  doubt: Doubt
  /** A payment came and was not accepted. */
  hasRefusedPayment: boolean
}

/** The buyer's next step in every state of an order. An open refund takes precedence over the trade. */
export function nextStepOfBuyer(order: BuyersOrder): NextStep {
  const { tradeStatus, refundStatus, paidAt, events, doubt, hasRefusedPayment } = order
  const isLate = events.some(({ kind }) => kind === 'paid_late')
  if (isLate && !(isOpen(order) && order.refundedFen > 0)) return PAID_LATE
  if (hasRefusedPayment && !paidAt) return TO_BE_CHECKED
  if (doubt === 'unanswered') return UNANSWERED
  if (doubt === 'handed_over') return PERHAPS_PAID
  if (isOpen(order)) return { ...nextOpenStep(order), atGateway: false }
  const isClosedUnpaid = tradeStatus === 'TRADE_CLOSED' && !paidAt
  const trade = isClosedUnpaid ? CLOSED : tradeStatus ? TRADE[tradeStatus] : TO_PAY
  if (refundStatus === null) return trade
  if (refundStatus !== 'REFUND_CLOSED' && refundStatus !== 'OVERED_REFUND') return REFUND[refundStatus]
  return {
    ...trade,
    zh: `退款申请已结束。${trade.zh}`,
    en: `The refund request has ended. ${trade.en}`,
  }
}

const wait = (zh: string, en: string): NextStep => ({ zh, en, atGateway: false })
const act = (zh: string, en: string): NextStep => ({ zh, en, atGateway: true })

const TO_PAY = wait('请尽快付款，付款后卖家会安排发货。', 'Please pay, and the seller will ship your order.')

const PERHAPS_PAID = wait(
  '如果您已经付过款，请不要再付：点“查询付款结果”，我们会向支付宝核实。还没有付款的，请继续付款。',
  'If you have paid, do not pay again: press “Check the payment” and we will ask Alipay. If you have not paid yet, go on to pay.',
)

const UNANSWERED = wait(
  '支付宝还没有答复这笔订单是否付款。如果您已经付过款，请不要再付，也不要重新下单：钱不会丢，请稍后再点“查询付款结果”。',
  'Alipay has not told us yet whether this order is paid. If you have paid, do not pay again and do not order again: the money is not lost. Check again in a moment.',
)

const TO_BE_CHECKED = wait(
  '支付宝通知我们收到了一笔付款，但它和订单对不上，需要卖家核对。请不要再付，也不要重新下单：钱没有丢。请联系卖家。',
  'Alipay reports a payment for this order that does not match it, so the seller has to check it. Do not pay again and do not order again: the money is not lost. Please contact the seller.',
)

const PAID_LATE = wait(
  '您的付款到账时，订单已经关闭。钱没有丢：卖家会退款给您，或者和您商量照常发货。请联系卖家。',
  'Your payment arrived after the order had been closed. It is not lost: the seller will refund it or, if you agree, ship after all. Please contact the seller.',
)

const CLOSED = wait(
  '没有按时付款，订单已关闭。还想要的话，请重新下单。',
  'Nothing was paid in time, so the order was closed. Order again if you still want the goods.',
)
const OVER = wait('交易已完成，感谢您的购买。', 'This order is completed. Thank you for your purchase.')
const CLOSED_PAID = wait(
  '交易已结束，没有需要您办的事。',
  'This order is closed. There is nothing left to do.',
)
const TO_CONFIRM = act(
  '收到货并检查没有问题后，请到支付宝确认收货，货款这时才付给卖家；有问题，在支付宝申请退款。',
  'Confirm delivery on Alipay’s site once the goods have arrived and are as they should be: only then is the seller paid. If something is wrong, request a refund there.',
)
const WAIT_SHIP = wait(
  '钱由支付宝保管，正在等卖家发货。发货前不想要了，可以到支付宝申请退款，原路退回。',
  'Alipay is holding the money, and the seller will ship soon. Changed your mind before it ships? Request a refund on Alipay’s site.',
)
const PEER = act(
  '请到支付宝查看代付的情况，或者自己付款。',
  'See on Alipay’s site what became of the payment by your friend, or pay yourself.',
)

const TRADE: Record<TradeStatus, NextStep> = {
  WAIT_SELLER_CONFIRM_TRADE: wait('正在等卖家确认交易。', 'Waiting for the seller to confirm the order.'),
  WAIT_BUYER_PAY: TO_PAY,
  WAIT_SYS_CONFIRM_PAY: wait(
    '支付宝正在确认您的银行汇款，请稍候，不要重复付款。',
    'Alipay is confirming your bank transfer. Please wait, and do not pay again.',
  ),
  WAIT_SELLER_SEND_GOODS: { ...WAIT_SHIP, atGateway: true },
  WAIT_BUYER_CONFIRM_GOODS: TO_CONFIRM,
  WAIT_SYS_PAY_SELLER: wait(
    '您已确认收货，支付宝正在把货款付给卖家。',
    'You have confirmed delivery, and Alipay is paying the seller.',
  ),
  TRADE_SUCCESS: wait('付款成功。', 'Payment received.'),
  TRADE_PENDING: wait(
    '已付款，卖家的账户暂时还不能收款。',
    'Paid. The seller’s account cannot receive it yet.',
  ),
  TRADE_FINISHED: OVER,
  TRADE_CLOSED: CLOSED_PAID,
  TRADE_REFUSE: CLOSED,
  TRADE_REFUSE_DEALING: wait(
    '支付宝正在处理这笔交易，请稍候。',
    'Alipay is processing this trade. Please wait.',
  ),
  TRADE_CANCEL: CLOSED,
  BUYER_PRE_AUTH: WAIT_SHIP,
  COD_WAIT_SELLER_SEND_GOODS: wait(
    '货到付款：正在等卖家发货。',
    'Cash on delivery: the seller will ship soon.',
  ),
  COD_WAIT_BUYER_PAY: wait('货到付款：签收时付款。', 'Cash on delivery: pay when the goods arrive.'),
  COD_WAIT_SYS_PAY_SELLER: wait('已签收并付款。', 'Received and paid.'),
  PEERPAY_INIT: wait('正在等好友代付。', 'Waiting for your friend to pay.'),
  PEERPAY_CANCEL: PEER,
  PEERPAY_REFUSE: PEER,
  PEERPAY_ABORT: PEER,
  PEERPAY_FAIL: PEER,
  PEERPAY_SUCCESS: wait('好友已代您付款。', 'Your friend has paid for you.'),
}

const REFUND: Record<Exclude<RefundStatus, 'REFUND_CLOSED' | 'OVERED_REFUND'>, NextStep> = {
  WAIT_SELLER_AGREE: act(
    '正在等卖家答复您的退款申请。在此之前，您可以到支付宝修改或取消申请。',
    'Waiting for the seller to answer your refund request. Until then you can change or cancel it on Alipay’s site.',
  ),
  SELLER_REFUSE_BUYER: act(
    '卖家没有同意退款。请到支付宝修改申请再提交，或者取消申请；协商不成，可以申请支付宝介入。',
    'The seller declined. Change your request on Alipay’s site and send it again, or cancel it; if you cannot agree, ask Alipay to step in.',
  ),
  WAIT_BUYER_RETURN_GOODS: act(
    '卖家同意退款：请把货寄回，再到支付宝填写物流公司和运单号。逾期未寄，退款会关闭。',
    'The seller agreed: send the goods back, then enter the carrier and the tracking number on Alipay’s site. The refund is closed if you wait too long.',
  ),
  WAIT_SELLER_CONFIRM_GOODS: act(
    '货已寄回，卖家确认收到后退款，进度请到支付宝查看。',
    'The goods are on their way back; you are refunded once the seller confirms their arrival. See Alipay’s site for progress.',
  ),
  WAIT_ALIPAY_REFUND: wait('退款正在处理，支付宝会把钱退给您。', 'Alipay is refunding you.'),
  ALIPAY_CHECK: act(
    '支付宝已介入，请到支付宝查看需要您提供的材料。',
    'Alipay has stepped in. See on its site what it needs from you.',
  ),
  ACTIVE_REFUND: act('退款正在进行，进度请到支付宝查看。', 'The refund is in progress. See Alipay’s site.'),
  REFUND_SUCCESS: wait(
    '钱已退回您的付款账户；用银行卡付款的，银行入账可能需要几天。',
    'The money went back to the account you paid from; a bank may take some days to book it.',
  ),
}
