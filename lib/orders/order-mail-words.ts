import { dictionary } from '../dictionary'

/** What mails about orders say. `no` is the order's number, amounts are written out, such as ¥128.00. */
export const orderMailWords = dictionary({
  zh: {
    orderNo: '订单号',
    goods: '商品',
    paid: '实付金额',
    total: '订单金额',
    paidAt: '付款时间',
    beijing: (time: string) => `${time}（北京时间）`,
    carrier: '物流公司',
    waybill: '运单号',
    refund: '退款金额',
    refundedSoFar: '累计退款',
    atAlipay: '以支付宝显示的为准',
    reason: '退款原因',
    message: '买家留言',
    see: '查看订单',
    office: '在后台处理',
    account: '您收到这封邮件，是因为有人用这个邮箱在本店注册并下了单。不是您的话，请忽略。',
    buyer: {
      paid: {
        subject: (no: string) => `付款成功，订单 ${no}`,
        intro: [
          '我们已收到您的付款，货款由支付宝代为保管，您确认收货后才会付给卖家。',
          '发货后会再发邮件通知您。',
        ],
      },
      paidOpen: ['我们已收到您的付款。', '发货后会再发邮件通知您。'],
      shipped: {
        subject: (no: string) => `已发货，订单 ${no}`,
        intro: ['您的商品已经发出。收到货、核对无误后，请确认收货。'],
        virtual: ['您购买的商品无需物流，卖家已经交付。核对无误后，请确认收货。'],
      },
      refunded: {
        subject: (no: string) => `已退款，订单 ${no}`,
        intro: ['退款已经成功，款项会退回您付款时使用的账户，到账时间以支付宝为准。'],
      },
      closed: {
        subject: (no: string) => `订单已关闭，${no}`,
        intro: ['这个订单没有付款，已经关闭。还想要的话，欢迎重新下单。'],
      },
    },
    merchant: {
      order_paid: {
        subject: (no: string, amount: string) => `新订单已付款 ${amount}，${no}`,
        intro: ['买家已付款，请尽快发货。'],
        virtual: ['买家已付款。商品无需物流，系统会自动交付。'],
      },
      refund_asked: {
        subject: (no: string) => `买家申请退款，订单 ${no}`,
        intro: ['买家申请退款，请尽快答复。'],
      },
      money_refused: {
        subject: (no: string) => `订单关闭后收到付款，${no}`,
        intro: ['订单已经关闭，买家的付款才到，所以订单没有重新打开。请和买家联系：退款，或者重新下单发货。'],
      },
    },
  },
  en: {
    orderNo: 'Order number',
    goods: 'Goods',
    paid: 'Amount paid',
    total: 'Order total',
    paidAt: 'Paid at',
    beijing: (time) => `${time} (Beijing time)`,
    carrier: 'Carrier',
    waybill: 'Tracking number',
    refund: 'Refund amount',
    refundedSoFar: 'Refunded in total',
    atAlipay: 'as shown by Alipay',
    reason: 'Reason',
    message: 'Note from the buyer',
    see: 'View order',
    office: 'Open in the back office',
    account:
      'You receive this mail because someone signed up with this address and placed an order. If it was not you, please ignore it.',
    buyer: {
      paid: {
        subject: (no) => `Payment received for order ${no}`,
        intro: [
          'We have received your payment. Alipay holds the money until you confirm that the goods have arrived.',
          'We will write again when your order ships.',
        ],
      },
      paidOpen: ['We have received your payment.', 'We will write again when your order ships.'],
      shipped: {
        subject: (no) => `Order ${no} has shipped`,
        intro: [
          'Your goods are on their way. Once they have arrived and all is well, please confirm receipt.',
        ],
        virtual: [
          'Your purchase needs no shipping and has been delivered. If all is well, please confirm receipt.',
        ],
      },
      refunded: {
        subject: (no) => `Refund for order ${no}`,
        intro: ['Your refund is complete. Alipay returns the money to the account you paid with.'],
      },
      closed: {
        subject: (no) => `Order ${no} is closed`,
        intro: ['This order was not paid and is now closed. You are welcome to order again.'],
      },
    },
    merchant: {
      order_paid: {
        subject: (no, amount) => `New paid order ${amount}, ${no}`,
        intro: ['The buyer has paid. Please ship soon.'],
        virtual: ['The buyer has paid. No shipping is needed; the shop delivers by itself.'],
      },
      refund_asked: {
        subject: (no) => `Refund requested for order ${no}`,
        intro: ['The buyer asks for a refund. Please answer soon.'],
      },
      money_refused: {
        subject: (no) => `Paid after closing: order ${no}`,
        intro: [
          'The payment arrived after the order was closed, so the order was not reopened. Please contact the buyer: refund the payment, or agree on a new order.',
        ],
      },
    },
  },
})
