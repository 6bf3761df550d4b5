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
    zh: `退款申请已经结束。${trade.zh}`,
    en: `The refund application has ended. ${trade.en}`,
  }
}

const wait = (zh: string, en: string): NextStep => ({ zh, en, atGateway: false })
const act = (zh: string, en: string): NextStep => ({ zh, en, atGateway: true })

const TO_PAY = wait('请付款：按“去支付宝付款”。', 'Please pay: press the button that leads to Alipay.')

const PERHAPS_PAID = wait(
  '如果您已经付过款，请不要再付：按“查询付款结果”，本店就去问支付宝。还没有付的，再去付款。',
  'If you have paid, do not pay again: press “Check the payment”, and the shop asks Alipay. If you have not paid yet, go on to pay.',
)

const UNANSWERED = wait(
  '支付宝还没有答复这个订单付没付款。如果您已经付过款，请不要再付，也不要重新下单：钱不会丢，稍后再按“查询付款结果”。',
  'Alipay has not answered yet whether this order is paid. If you have paid, do not pay again and do not order again: the money is not lost. Check again in a moment.',
)

const TO_BE_CHECKED = wait(
  '支付宝说有人为这个订单付了款，但这笔付款和订单对不上，要由卖家核对。请不要再付，也不要重新下单：钱没有丢。请联系卖家。',
  'Alipay says that somebody has paid for this order, but the payment does not match it, and the seller has to look at it. Do not pay again and do not order again: the money is not lost. Please get in touch with the seller.',
)

const PAID_LATE = wait(
  '您的付款到的时候，订单已经关闭。钱没有丢：卖家会退款给您，或者和您商量照常发货。请联系卖家。',
  'Your payment came when the order had been closed. It is not lost: the seller will refund it or, if you agree, deliver after all. Please get in touch with the seller.',
)

const CLOSED = wait(
  '没有付款，交易已经关闭。还想要的话，请重新下单。',
  'Nothing was paid in time. Order again if you still want the goods.',
)
const OVER = wait('交易已经结束，不用再做什么。', 'The trade is over, nothing is left to do.')
const TO_CONFIRM = act(
  '收到货、检查过以后，请到支付宝确认收货，货款这才付给卖家；有问题就在那里申请退款。',
  'When the goods have come and are as they should be, confirm it on Alipay’s site: only then is the seller paid. If something is wrong, ask for a refund there.',
)
const WAIT_SHIP = wait(
  '钱由支付宝保管着，等卖家发货。不想要了，可以到支付宝申请退款。',
  'Alipay holds the money, the seller is to ship. If you no longer want the goods, ask for a refund on Alipay’s site.',
)
const PEER = act(
  '请到支付宝查看代付的情况，或者自己付款。',
  'See on Alipay’s site what became of the payment by a friend, or pay yourself.',
)

const TRADE: Record<TradeStatus, NextStep> = {
  WAIT_SELLER_CONFIRM_TRADE: wait('等卖家确认交易。', 'The seller is to confirm the trade.'),
  WAIT_BUYER_PAY: TO_PAY,
  WAIT_SYS_CONFIRM_PAY: wait(
    '支付宝正在确认您的银行汇款，请等一等，不要重复付款。',
    'Alipay is confirming your bank transfer. Wait, and do not pay again.',
  ),
  WAIT_SELLER_SEND_GOODS: { ...WAIT_SHIP, atGateway: true },
  WAIT_BUYER_CONFIRM_GOODS: TO_CONFIRM,
  WAIT_SYS_PAY_SELLER: wait(
    '您已确认收货，支付宝正在把货款付给卖家。',
    'You have confirmed the receipt, Alipay is paying the seller.',
  ),
  TRADE_SUCCESS: wait('已经付款成功。', 'The payment has succeeded.'),
  TRADE_PENDING: wait('已经付款，等卖家能够收款。', 'Paid, the seller is to become able to receive it.'),
  TRADE_FINISHED: OVER,
  TRADE_CLOSED: OVER,
  TRADE_REFUSE: CLOSED,
  TRADE_REFUSE_DEALING: wait('支付宝正在处理这笔交易，请等一等。', 'Alipay is dealing with the trade. Wait.'),
  TRADE_CANCEL: CLOSED,
  BUYER_PRE_AUTH: WAIT_SHIP,
  COD_WAIT_SELLER_SEND_GOODS: wait('货到付款：等卖家发货。', 'Cash on delivery: the seller is to ship.'),
  COD_WAIT_BUYER_PAY: wait('货到付款：签收时付款。', 'Cash on delivery: pay when the goods come.'),
  COD_WAIT_SYS_PAY_SELLER: wait('已经签收付款。', 'Received and paid.'),
  PEERPAY_INIT: wait('等别人代您付款。', 'Somebody else is to pay for you.'),
  PEERPAY_CANCEL: PEER,
  PEERPAY_REFUSE: PEER,
  PEERPAY_ABORT: PEER,
  PEERPAY_FAIL: PEER,
  PEERPAY_SUCCESS: wait('别人已经代您付款。', 'Somebody else has paid for you.'),
}

const REFUND: Record<Exclude<RefundStatus, 'REFUND_CLOSED' | 'OVERED_REFUND'>, NextStep> = {
  WAIT_SELLER_AGREE: act(
    '等卖家答复您的退款申请。在此之前，您可以到支付宝修改或者取消它。',
    'The seller is to answer your application. Until then you can change or cancel it on Alipay’s site.',
  ),
  SELLER_REFUSE_BUYER: act(
    '卖家没有同意退款。请到支付宝修改申请再提交，或者取消申请；谈不拢就请支付宝介入。',
    'The seller refused. Change the application on Alipay’s site and send it again, or cancel it; if you cannot agree, ask Alipay to arbitrate.',
  ),
  WAIT_BUYER_RETURN_GOODS: act(
    '卖家同意了：请把货寄回，再到支付宝填上物流公司和运单号。过了期限，退款会关闭。',
    'The seller agreed: send the goods back, then enter carrier and waybill number on Alipay’s site. The refund is closed if you wait too long.',
  ),
  WAIT_SELLER_CONFIRM_GOODS: act(
    '货已寄回，等卖家确认收到，然后退款。进度在支付宝。',
    'The goods are on their way back; when the seller confirms their arrival you are refunded. See Alipay’s site.',
  ),
  WAIT_ALIPAY_REFUND: wait('等支付宝把钱退给您。', 'Alipay is about to refund you.'),
  ALIPAY_CHECK: act(
    '支付宝已经介入，请到支付宝查看它要您提供什么。',
    'Alipay arbitrates. See on its site what it asks of you.',
  ),
  ACTIVE_REFUND: act('退款正在进行，进度在支付宝。', 'The refund is under way, see Alipay’s site.'),
  REFUND_SUCCESS: wait(
    '钱已退回您付款的账户；用网上银行付的，到账要等银行几天。',
    'The money went back to the account you paid from; a bank may take some days to book it.',
  ),
}
