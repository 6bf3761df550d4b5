import { dictionary } from '@/lib/dictionary'
import type { listRefusedPayments } from '@/lib/messages/refused-payments'

export type RefusedPayment = Awaited<ReturnType<typeof listRefusedPayments>>[number]

/** What the merchant does about a refused payment, by its verdict. */
export const refusedPaymentWords = dictionary({
  zh: {
    title: '收到了钱，没有入账',
    text: '支付宝的真消息说下面的钱付了，可是和订单对不上，所以订单没有变。钱在支付宝那里，没有丢；每一笔都要您处理，退了款或者入了账，就从这里消失。',
    order: (orderNo: string) => `订单 ${orderNo}`,
    message: '看消息',
    tradePage: '支付宝的交易页',
    unknownAmount: '金额不明',
    whatToDo: {
      bad_amount:
        '金额和订单不符。是您在支付宝改了价，就在订单页接受新金额，再点“查询支付宝”；不是，就到支付宝的交易页退款给买家。',
      bad_trade_no:
        '这笔交易不是订单绑定的那一笔：买家可能付了两次。到支付宝的交易页把这一笔退给买家；要用它发货，先和买家说好。',
      bad_seller:
        '收款的不是设置里的账号。核对 ALIPAY_PARTNER 和 ALIPAY_SELLER_EMAIL，改好、重启以后，打开消息点“重新检查”。',
      unknown_order:
        '本店没有这个订单：可能换过数据库，或者是别的系统下的单。找回订单以后重新检查，或者到支付宝的交易页退款。',
      illegal: '消息里的状态接不上订单的状态。打开消息看是什么，再到支付宝的交易页核对：发货或者退款。',
    } as Partial<Record<RefusedPayment['verdict'], string>>,
  },
  en: {
    title: 'Money that came and was not accepted',
    text: 'Genuine messages of Alipay say that the following was paid, but it does not match its order, so no order changed. Alipay has the money; it is not lost. Each payment is yours to settle, and leaves this list once it is refunded or accepted.',
    order: (orderNo) => `Order ${orderNo}`,
    message: 'See the message',
    tradePage: 'The trade at Alipay',
    unknownAmount: 'amount unknown',
    whatToDo: {
      bad_amount:
        'The amount is not the order’s. If you changed the price at Alipay, accept it on the order’s page, then query Alipay; if not, refund the buyer on the trade’s page at Alipay.',
      bad_trade_no:
        'This is not the trade that the order belongs to: the buyer may have paid twice. Refund it on the trade’s page at Alipay; to ship for it, agree with the buyer first.',
      bad_seller:
        'The money went to another account than the configured one. Check ALIPAY_PARTNER and ALIPAY_SELLER_EMAIL; once they are right and the shop is restarted, open the message and check it again.',
      unknown_order:
        'This shop has no such order: the database was another one, or the order is of another system. Restore the order and check the message again, or refund on the trade’s page at Alipay.',
      illegal:
        'The state in the message cannot follow the order’s. Open the message, compare it with the trade’s page at Alipay, then ship or refund.',
    },
  },
})
