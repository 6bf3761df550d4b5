import { dictionary } from '@/lib/dictionary'
import type { listRefusedPayments } from '@/lib/messages/refused-payments'

export type RefusedPayment = Awaited<ReturnType<typeof listRefusedPayments>>[number]

/** What the merchant does about a refused payment, by its verdict. */
export const refusedPaymentWords = dictionary({
  zh: {
    title: '已付款，未入账',
    text: '支付宝确认收到了下面的付款，但和订单对不上，所以没有入账。款项在支付宝，没有丢失；每一笔都需要处理，退款或入账以后就不再显示。',
    order: (orderNo: string) => `订单 ${orderNo}`,
    message: '查看通知',
    tradePage: '支付宝的交易页',
    unknownAmount: '金额不明',
    whatToDo: {
      bad_amount:
        '金额和订单不符。如果是您在支付宝改的价，请在订单页接受新金额，再点“查询支付宝”；如果不是，请在支付宝的交易页退款给买家。',
      bad_trade_no:
        '这笔交易不是订单对应的那一笔，买家可能付了两次。请在支付宝的交易页退款给买家；要按这一笔发货，请先和买家商量。',
      bad_seller:
        '收款账号和设置不同。请核对 ALIPAY_PARTNER 和 ALIPAY_SELLER_EMAIL，修改并重启后，打开通知点“重新检查”。',
      unknown_order:
        '本店没有这个订单：可能换过数据库，或者是其他系统的订单。找回订单后重新检查，或者在支付宝的交易页退款。',
      illegal: '通知里的状态和订单的状态衔接不上。请打开通知查看，再到支付宝的交易页核对，然后发货或退款。',
    } as Partial<Record<RefusedPayment['verdict'], string>>,
  },
  en: {
    title: 'Paid, but not recorded',
    text: 'Alipay confirms these payments, but they do not match their orders, so none was recorded. Alipay holds the money; it is not lost. Settle each one: it leaves this list once it is refunded or recorded.',
    order: (orderNo) => `Order ${orderNo}`,
    message: 'View notification',
    tradePage: 'View at Alipay',
    unknownAmount: 'amount unknown',
    whatToDo: {
      bad_amount:
        'The amount differs from the order’s. If you changed the price at Alipay, accept it on the order’s page, then query Alipay; if not, refund the buyer on the trade’s page at Alipay.',
      bad_trade_no:
        'This is not the trade of the order: the buyer may have paid twice. Refund it on the trade’s page at Alipay, or agree with the buyer before shipping for it.',
      bad_seller:
        'The money went to a different account than the one in the settings. Check ALIPAY_PARTNER and ALIPAY_SELLER_EMAIL, restart the shop, then open the notification and recheck it.',
      unknown_order:
        'This shop has no such order: the database may have been replaced, or another system placed it. Restore the order and recheck the notification, or refund it on the trade’s page at Alipay.',
      illegal:
        'The status in the notification cannot follow the order’s. Open the notification, compare it with the trade’s page at Alipay, then ship or refund.',
    },
  },
})
