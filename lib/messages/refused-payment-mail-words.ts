import { dictionary } from '../dictionary'

/** The mail to the merchant about a genuine payment that did not match its order. */
export const refusedPaymentMailWords = dictionary({
  zh: {
    subject: (orderNo: string) => `收到付款但未入账，订单 ${orderNo}`,
    intro: [
      '支付宝通知收到一笔付款，可是它和订单对不上，所以订单没有变。钱在支付宝那里，没有丢，需要您处理。',
    ],
    reason: '原因',
    reasons: {
      bad_amount: '金额和订单不符',
      bad_trade_no: '不是订单绑定的那笔交易，买家可能付了两次',
      bad_seller: '收款的不是设置里的账号',
      unknown_order: '本店没有这个订单',
      illegal: '消息里的状态接不上订单的状态',
    } as Record<string, string>,
    other: '没有通过检查',
    orderNo: '订单号',
    tradeNo: '支付宝交易号',
    amount: '付款金额',
    unknown: '不明',
    see: '在后台处理',
  },
  en: {
    subject: (orderNo) => `Payment not accepted for order ${orderNo}`,
    intro: [
      'Alipay tells of a payment that does not match its order, so the order was not changed. The money is safe with Alipay; please settle it.',
    ],
    reason: 'Reason',
    reasons: {
      bad_amount: 'The amount is not the order’s',
      bad_trade_no: 'It is not the trade of the order; the buyer may have paid twice',
      bad_seller: 'The payee is not the configured account',
      unknown_order: 'The shop has no such order',
      illegal: 'Its state cannot follow the order’s',
    },
    other: 'It did not pass the checks',
    orderNo: 'Order number',
    tradeNo: 'Alipay trade number',
    amount: 'Amount paid',
    unknown: 'unknown',
    see: 'Open in the back office',
  },
})
