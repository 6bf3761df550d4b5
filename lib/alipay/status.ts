/** Every trade_status of protocol.md 6.1, with its meaning. */
export const TRADE_STATUSES = {
  WAIT_SELLER_CONFIRM_TRADE: { zh: '等待卖家确认交易', en: 'waiting for the seller to confirm the trade' },
  WAIT_BUYER_PAY: { zh: '等待买家付款', en: 'waiting for the buyer to pay' },
  WAIT_SYS_CONFIRM_PAY: {
    zh: '支付宝确认买家银行汇款中，暂勿发货',
    en: 'the bank transfer is being confirmed, do not ship yet',
  },
  WAIT_SELLER_SEND_GOODS: { zh: '买家已付款，等待卖家发货', en: 'paid, waiting for the seller to ship' },
  WAIT_BUYER_CONFIRM_GOODS: {
    zh: '卖家已发货，等待买家确认收货',
    en: 'shipped, waiting for the buyer to confirm',
  },
  WAIT_SYS_PAY_SELLER: {
    zh: '买家已确认收货，等待支付宝打款给卖家',
    en: 'confirmed, the seller is about to be paid',
  },
  TRADE_SUCCESS: { zh: '付款成功（即时到账，可退款）', en: 'paid (instant, refundable)' },
  TRADE_PENDING: {
    zh: '等待卖家收款（即时到账）',
    en: 'waiting for the seller to be able to receive (instant)',
  },
  TRADE_FINISHED: { zh: '交易成功结束', en: 'finished' },
  TRADE_CLOSED: { zh: '交易关闭', en: 'closed' },
  TRADE_REFUSE: { zh: '立即支付交易拒绝', en: 'instant payment refused' },
  TRADE_REFUSE_DEALING: { zh: '立即支付交易拒绝中', en: 'instant payment being refused' },
  TRADE_CANCEL: { zh: '立即支付交易取消', en: 'instant payment cancelled' },
  BUYER_PRE_AUTH: { zh: '买家已付款（语音支付）', en: 'paid by voice payment' },
  COD_WAIT_SELLER_SEND_GOODS: {
    zh: '货到付款，等待卖家发货',
    en: 'cash on delivery, waiting for the seller to ship',
  },
  COD_WAIT_BUYER_PAY: {
    zh: '货到付款，等待买家签收付款',
    en: 'cash on delivery, waiting for the buyer to pay',
  },
  COD_WAIT_SYS_PAY_SELLER: {
    zh: '货到付款，签收成功，等待打款给卖家',
    en: 'cash on delivery, the seller is about to be paid',
  },
  PEERPAY_INIT: { zh: '等待他人代付', en: 'waiting for a friend to pay' },
  PEERPAY_CANCEL: { zh: '代付取消', en: 'payment by a friend cancelled' },
  PEERPAY_REFUSE: { zh: '代付被拒绝', en: 'payment by a friend refused' },
  PEERPAY_ABORT: { zh: '代付中止', en: 'payment by a friend aborted' },
  PEERPAY_FAIL: { zh: '代付失败', en: 'payment by a friend failed' },
  PEERPAY_SUCCESS: { zh: '代付成功', en: 'paid by a friend' },
} as const

export type TradeStatus = keyof typeof TRADE_STATUSES

/** Every refund_status of protocol.md 6.2. */
export const REFUND_STATUSES = {
  WAIT_SELLER_AGREE: { zh: '买家申请退款，等待卖家同意', en: 'the buyer has asked for a refund' },
  SELLER_REFUSE_BUYER: {
    zh: '卖家不同意退款，等待买家修改',
    en: 'refused, the buyer may change and ask again',
  },
  WAIT_BUYER_RETURN_GOODS: { zh: '卖家同意退款，等待买家退货', en: 'agreed, the goods must come back' },
  WAIT_SELLER_CONFIRM_GOODS: { zh: '买家已退货，等待卖家收货', en: 'the goods are on their way back' },
  REFUND_SUCCESS: { zh: '退款成功', en: 'refunded' },
  REFUND_CLOSED: { zh: '退款关闭', en: 'the refund was closed' },
  WAIT_ALIPAY_REFUND: { zh: '等待支付宝退款', en: 'waiting for Alipay to refund' },
  ALIPAY_CHECK: { zh: '支付宝介入处理中', en: 'Alipay arbitrates' },
  OVERED_REFUND: { zh: '退款结束', en: 'the refund has ended' },
  ACTIVE_REFUND: { zh: '退款进行中', en: 'a refund is going on' },
} as const

export type RefundStatus = keyof typeof REFUND_STATUSES

/** What the gateway of 2006 puts in trade_status when the seller has changed the price (protocol.md 5.8). */
export const PRICE_CHANGED = 'modify.tradeBase.totalFee'

export const isTradeStatus = (word: string): word is TradeStatus => Object.hasOwn(TRADE_STATUSES, word)
export const isRefundStatus = (word: string): word is RefundStatus => Object.hasOwn(REFUND_STATUSES, word)
