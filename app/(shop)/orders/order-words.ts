import { yuan } from '@/app/ui/format'
import { isRefundStatus, isTradeStatus, REFUND_STATUSES, TRADE_STATUSES } from '@/lib/alipay/status'
import { dictionary, type Language } from '@/lib/dictionary'
import type { LogLine } from '@/lib/messages/message-log'
import type { Note } from '@/lib/messages/notes'
import type { ReceiverField } from '@/lib/orders/receiver'
import type { Shipping } from '@/lib/orders/shipping'
import type { RefundState } from '@/lib/orders/refunds'
import { type EventKind, isOpen, type Stage } from '@/lib/orders/transitions'
import { type DoubtedOrder, doubtOf } from '@/lib/payments/payment-doubt'

export interface OrderState extends DoubtedOrder {
  gateway: string
  stage: string
  /** In fen. */
  refundedFen: number
  refundStatus: string | null
}

type Words = Readonly<Record<string, string>>

/** Words about an order that the buyer and the merchant share. */
export const orderWords = dictionary({
  zh: {
    toPay: '等待付款',
    unanswered: '付款结果待确认',
    closedUnpaid: '交易关闭，没有付款',
    /** Of an order of the open platform, which was paid if it is closed. */
    stages: {
      unpaid: '等待付款',
      paid: '等待卖家发货',
      shipped: '等待买家确认收货',
      finished: '交易完成',
      closed: '已全额退款',
    } as Record<Stage, string> as Words,
    paidLate: '关闭后收到付款',
    refundStates: {
      asked: '等卖家答复',
      declined: '卖家没有同意',
      sent: '退款处理中',
      made: '已退款',
      refused: '没有退成',
    } as Record<RefundState, string> as Words,
    withdrawn: '确认收货时撤回了',
    refundedAtAlipay: (amount: string) => `另有 ${amount} 是卖家在支付宝退的。`,
    goods: '订单内容',
    /** The postage and who pays it. */
    postage: ({ feeFen, payer }: Pick<Shipping, 'feeFen' | 'payer'>) =>
      payer === 'BUYER' ? `运费 ${yuan(feeFen)}` : '包邮',
    receiverFields: {
      receiveName: '收货人',
      receiveMobile: '手机',
      receivePhone: '电话',
      receiveAddress: '收货地址',
      receiveZip: '邮编',
    } as Record<ReceiverField, string>,
    changedAtAlipay: '买家在支付宝改过收货信息：以支付宝通知的为准，下单时填的划掉了。',
    unreadable: '有的字读不出来（�）：寄之前到支付宝的交易页核对。',
    typed: '下单时：',
    nothing: '（没有填）',
    shipping: '配送',
    comma: '，',
    progress: '进度',
    sandboxTime: '（沙箱的时间，它的时钟拨快过）',
    events: {
      created: '下单',
      paid: '付款成功',
      paid_late: '订单关闭后收到付款',
      price_changed: '支付宝通知：金额有变',
      shipped: '卖家已发货',
      finished: '交易完成',
      closed: '交易关闭',
      refund_asked: '买家申请退款',
      refunded: '退款成功',
    } as Record<EventKind, string>,
    messages: '通知记录',
    noMessages: '支付宝还没有发来过消息。',
    channels: {
      notify: '异步通知',
      return: '页面返回',
      query: '主动查询',
      recheck: '重新检查',
    } as Record<LogLine['channel'], string>,
    verdicts: {
      applied: '已处理，订单已更新',
      duplicate: '重复，之前已处理',
      stale: '迟到的旧状态，不回退',
      bad_sign: '签名不对',
      bad_source: '没有得到网关的确认',
      bad_amount: '金额与订单不符',
      bad_seller: '卖家不是本店',
      bad_trade_no: '交易号与订单不符',
      unknown_order: '没有这个订单',
      illegal: '状态不合规则',
      no_news: '真实，但没有说交易的状态',
      malformed: '消息无法解读',
      error: '本店处理时出错',
    } as Record<LogLine['verdict'], string>,
    /** Codes of lib/messages/notes.ts. */
    notes: {
      unreadable_text: '有的文字读不出来，显示为 �',
      seller_email_changed: '卖家是本店，但支付宝账户的邮箱已经换了',
      gateway_denied: '网关否认了这条消息',
      gateway_not_asked: '没有问到网关，不等于它否认了这条消息',
    } satisfies Record<Note, string> as Words,
    milliseconds: (count: number) => `${count} 毫秒`,
    states: '状态',
    trace: '协议往来',
  },
  en: {
    toPay: 'Waiting for payment',
    unanswered: 'Payment to be confirmed',
    closedUnpaid: 'Closed without a payment',
    stages: {
      unpaid: 'Waiting for payment',
      paid: 'Waiting for the seller to ship',
      shipped: 'Waiting for the buyer to confirm the receipt',
      finished: 'Finished',
      closed: 'Wholly refunded',
    } satisfies Record<Stage, string>,
    paidLate: 'Paid after it was closed',
    refundStates: {
      asked: 'Waiting for the seller’s answer',
      declined: 'Declined by the seller',
      sent: 'Under way',
      made: 'Refunded',
      refused: 'Not refunded',
    } satisfies Record<RefundState, string>,
    withdrawn: 'Withdrawn with the confirmation of receipt',
    refundedAtAlipay: (amount) => `Another ${amount} was refunded by the seller on Alipay’s site.`,
    goods: 'The order',
    postage: ({ feeFen, payer }) => (payer === 'BUYER' ? `postage ${yuan(feeFen)}` : 'free postage'),
    receiverFields: {
      receiveName: 'Receiver',
      receiveMobile: 'Mobile',
      receivePhone: 'Phone',
      receiveAddress: 'Address',
      receiveZip: 'Postcode',
    },
    changedAtAlipay:
      'The buyer changed the delivery on Alipay’s site: what Alipay told counts, what was typed in the shop is struck out.',
    unreadable: 'Some characters could not be read (�): check the address on Alipay’s site before shipping.',
    typed: 'Ordered with:',
    nothing: '(nothing)',
    shipping: 'Shipping',
    comma: ', ',
    progress: 'Progress',
    sandboxTime: ' (the sandbox’s time: its clock was set ahead)',
    events: {
      created: 'Ordered',
      paid: 'Paid',
      paid_late: 'Paid after the order was closed',
      price_changed: 'Alipay tells of another price',
      shipped: 'Shipped',
      finished: 'Finished',
      closed: 'Closed',
      refund_asked: 'Refund requested',
      refunded: 'Refunded',
    },
    messages: 'Messages',
    noMessages: 'Alipay has not sent anything yet.',
    channels: { notify: 'Notification', return: 'Return', query: 'Query', recheck: 'Recheck' },
    verdicts: {
      applied: 'Processed, the order was updated',
      duplicate: 'A repeat, processed before',
      stale: 'An older state that came late',
      bad_sign: 'The signature is wrong',
      bad_source: 'Not confirmed by the gateway',
      bad_amount: 'The amount is not the order’s',
      bad_seller: 'The seller is not this shop',
      bad_trade_no: 'The trade number is not the order’s',
      unknown_order: 'There is no such order',
      illegal: 'This state cannot follow',
      no_news: 'Genuine, and says no state',
      malformed: 'The message cannot be read',
      error: 'The shop failed to process it',
    },
    notes: {
      unreadable_text: 'Some text cannot be read and is shown as �',
      seller_email_changed: 'The seller is this shop, but the Alipay account has another e-mail now',
      gateway_denied: 'The gateway denied it',
      gateway_not_asked: 'The gateway could not be asked, which is not a denial',
    } satisfies Record<Note, string>,
    milliseconds: (count) => `${count} ms`,
    states: 'States',
    trace: 'Protocol trace',
  },
})

/** An order's state in words, as the database knows it. */
export function stateInWords(order: OrderState, language: Language): string {
  const { tradeStatus, refundStatus, paidAt } = order
  const words = orderWords[language]
  if (doubtOf(order) === 'unanswered') return words.unanswered
  if (isOpen(order)) return openStateInWords(order, words)
  if (tradeStatus === null) return words.toPay
  if (refundStatus && isRefundStatus(refundStatus)) return heading(REFUND_STATUSES[refundStatus][language])
  if (tradeStatus === 'TRADE_CLOSED' && !paidAt) return words.closedUnpaid
  return isTradeStatus(tradeStatus) ? heading(TRADE_STATUSES[tradeStatus][language]) : tradeStatus
}

function openStateInWords({ stage, paidAt, refundedFen }: OrderState, words: (typeof orderWords)['zh']) {
  if (stage === 'closed' && !paidAt) return words.closedUnpaid
  if (stage === 'closed' && refundedFen === 0) return words.paidLate
  return words.stages[stage] ?? stage
}

const heading = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
