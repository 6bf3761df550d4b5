import { dictionary } from '@/lib/dictionary'
import type { OrderAction } from './outcome'

const PRICE_GONE = {
  zh: '这个金额已经决定过了，或者支付宝又说了别的金额：请看下面现在的金额。',
  en: 'This price has been decided on already, or Alipay has told of yet another: see what it is now below.',
}

type OfAction = Partial<Record<OrderAction, string>>

/** The merchant's page of one order. */
export const merchantOrderWords = dictionary({
  zh: {
    title: '后台订单',
    order: '订单',
    noTradeStatus: '还没有交易状态',
    actions: '操作',
    query: '查询支付宝',
    close: '关闭交易',
    actionsHint: (canClose: boolean) =>
      `查询会问支付宝这笔交易现在的状态，漏掉的通知也就补上了。${canClose ? '关闭以后买家不能再付款。' : ''}`,
    /** What a seller does about a refund, on the gateway's site. */
    refundSteps: {
      WAIT_SELLER_AGREE: '买家申请退款，在等您答复：请到支付宝的交易页同意或者拒绝。',
      WAIT_SELLER_CONFIRM_GOODS:
        '买家已把货寄回：收到、检查过以后，请到支付宝的交易页确认收货，钱才退给买家。',
    } as Readonly<Record<string, string>>,
    carrier: '物流公司',
    waybill: '运单号（可以不填）',
    transport: '运送方式',
    ship: '发货',
    note: '店主备注',
    noteHint: '买家看不到。',
    saveNote: '保存备注',
    nothingSuch: '没有这个订单，或者没有这个操作。',
    goods: '商品和金额',
    postage: (buyerPays: boolean): string => (buyerPays ? '运费（买家承担）' : '运费（卖家承担）'),
    total: '订单合计',
    quoted: '支付宝说的金额',
    agreed: '您接受的金额',
    paid: '实付',
    remark: '买家备注',
    delivery: '收货和配送',
    addressAtAlipay: '收货地址由支付宝向买家询问，请到支付宝的交易页查看。',
    nothingToShip: '无需物流，付款后自动发货。',
    trade: '买家和交易',
    buyer: '买家账号',
    tradeNo: '支付宝交易号',
    orderedAt: '下单时间',
    paidAt: '付款时间',
    refundAskedAt: '申请退款时间',
    refundedAt: '退款时间',
    shipment: '发货',
    calls: '我们发给支付宝的请求',
    noCalls: '还没有发过。',
    verbs: {
      pay: '去付款的表单',
      query: '查询',
      ship: '发货',
      close: '关闭交易',
      refund: '退款',
      refund_query: '查询退款',
    } as Readonly<Record<string, string>>,
    answered: '已回答',
    someCall: '请求',
    handedOver: '交给了买家的浏览器',
    showBytes: '看内容',
    done: {
      ship: '已告诉支付宝发货。',
      query: '支付宝已回答，订单按回答核对过了；回答在下面的通知记录里。',
      close: '已关闭。买家如果还没有到过收银台，先前打开的付款页仍然能付；那样的付款会记为“关闭后收到付款”。',
      'accept-price': '已接受新的金额。',
      'decline-price': '没有接受新的金额，订单仍按原来的金额。',
      note: '备注已保存。',
      refund: '支付宝确认已退款。',
      'decline-refund': '没有同意退款，您的答复买家看得到。',
      'settle-refund': '支付宝确认已退款。',
    } as Record<OrderAction, string>,
    /** Of an order of the open platform, where that is another thing. */
    doneHere: {
      ship: '已发货，买家在订单页看得到。买家收到以后在那里确认；不确认的，10 天后自动确认收货。',
    } as OfAction,
    failed: {
      ship: '发货没有成功',
      query: '查询没有成功',
      close: '关闭交易没有成功',
      'accept-price': '接受新金额没有成功',
      'decline-price': '不接受新金额没有成功',
      note: '保存备注没有成功',
      refund: '退款没有完成',
      'decline-refund': '拒绝退款没有成功',
      'settle-refund': '退款没有完成',
    } as Record<OrderAction, string>,
    /** The gateway was not called: why, and what to change. */
    invalid: {
      ship: '没有发出。物流公司必填，最多 64 个字；运单号最多 32 个字；都不能有接口编码里没有的字符。',
      close: '没有关闭：支付宝说有人为这个订单付了款，只是没有入账。先看下面，把这笔钱处理好。',
      'accept-price': PRICE_GONE.zh,
      'decline-price': PRICE_GONE.zh,
      note: '没有保存：您写的时候，备注在别处改过了，现在的在下面。您写的还在上一页：按浏览器的返回键可以取回。',
      refund:
        '没有退款：金额要在 0.01 元和还能退的数目之间，最多两位小数；上一笔退款没有了结之前，不能再退一笔。',
      'decline-refund': '没有拒绝：请写明原因，买家会看到；也可能这笔退款已经处理过了。',
      'settle-refund': '没有再问：这笔退款已经有了结果，见下面的“退款”。',
    } as OfAction,
    invalidHere: {
      ship: '没有发货。物流公司必填，最多 64 个字；运单号最多 32 个字。付款之前、退款处理当中，都不能发货。',
    } as OfAction,
    sentBeforeHere: (carrier: string, waybill: string | null) =>
      `您填的没有保存：这个订单已经发过货了，物流公司是${carrier}${waybill ? `，运单号是 ${waybill}` : ''}。如果您填的才对，请告诉买家。`,
    refund: '退款',
    refunds: '退款',
    refundAmount: (most: string) => `退多少（元，最多 ${most}）`,
    refundReason: '原因（可以不填，买家看得到）',
    refundAll: '全额退款',
    refundNo: '退款号',
    tooOldToRefund: '支付宝已不能退这笔交易：过了可以退款的期限。要退钱，请和买家商量别的办法。',
    askedTitle: (amount: string) => `买家申请退款 ${amount}，在等您答复`,
    agree: '同意，退款',
    declineWhy: '不同意的原因（买家看得到）',
    declineRefund: '不同意',
    refundUnsettled:
      '支付宝还没有说这笔钱退没退。本店每小时去问一次；也可以现在再问：用的是同一个退款号，不会退两次。',
    askAgain: '再问一次',
    refundUnclear: '。退没退成还不知道：在下面的退款里按“再问一次”，用的是同一个退款号，不会退两次。',
    lateHere: (paid: string) =>
      `这个订单在付款之前已经关闭，随后支付宝通知买家付了 ${paid}。订单不会重新打开，也没有发货。请把钱退给买家；买家还想要的话，请他重新下单。`,
    sentBefore: (carrier: string, waybill: string | null) =>
      `您填的没有发出：这个订单已经发过货了，物流公司是${carrier}${waybill ? `，运单号是 ${waybill}` : ''}。支付宝只认第一次填的；如果您填的才对，请告诉买家。`,
    noAnswer: '没有得到支付宝可信的回答',
    colon: '：',
    unclear: '。结果不明：请稍后点“查询支付宝”，看交易现在的状态。',
    refusedWith: '支付宝拒绝了，错误代码 ',
    noCode: '（没有）',
    cause: '原因：',
    remedy: '办法：',
    unknownCode: '这个代码不在本店的资料里，请到支付宝的文档里查。',
    priceTitle: (quoted: string, price: string) => `改价待定：支付宝说的金额是 ${quoted}，订单是 ${price}`,
    priceText:
      '如果是您在支付宝网站上改了价，就接受；不是，就不要接受，并检查谁能登录您的支付宝账号。没有接受之前，按这个金额的付款不会算作已付。',
    accept: (price: string) => `接受 ${price}`,
    decline: '不接受',
    lateTitle: '迟到的付款：订单关闭以后，买家的钱到了',
    lateText: (paid: string) =>
      `这个订单在付款之前已经关闭，随后支付宝通知买家付了 ${paid}。钱在支付宝那里，订单不会自动重新打开，也没有发货。请二选一：`,
    lateRefund: (buyer: string | null) =>
      `退款：到支付宝的交易页把钱退给买家${buyer ? `（${buyer}）` : ''}。`,
    lateDeliver: '照常发货：有货的话先告诉买家，再在支付宝的交易页发货。',
    tradePage: '支付宝的交易页',
  },
  en: {
    title: 'Order',
    order: 'Order',
    noTradeStatus: 'no trade status yet',
    actions: 'Actions',
    query: 'Query Alipay',
    close: 'Close the trade',
    actionsHint: (canClose) =>
      `A query asks Alipay for the present state of the trade, which makes up for lost notifications.${canClose ? ' Once it is closed, the buyer cannot pay any more.' : ''}`,
    refundSteps: {
      WAIT_SELLER_AGREE:
        'The buyer asks for a refund and waits for your answer: agree or refuse on the trade’s page at Alipay.',
      WAIT_SELLER_CONFIRM_GOODS:
        'The goods are on their way back. When they have come and are as they should be, confirm it on the trade’s page at Alipay, which refunds the buyer.',
    },
    carrier: 'Carrier',
    waybill: 'Waybill number (optional)',
    transport: 'Way of shipping',
    ship: 'Ship',
    note: 'Your note',
    noteHint: 'The buyer does not see it.',
    saveNote: 'Save the note',
    nothingSuch: 'There is no such order, or no such action.',
    goods: 'Goods and amounts',
    postage: (buyerPays) => (buyerPays ? 'Postage (paid by the buyer)' : 'Postage (paid by the seller)'),
    total: 'Total',
    quoted: 'Price at Alipay',
    agreed: 'Price you accepted',
    paid: 'Paid',
    remark: 'Buyer’s remark',
    delivery: 'Delivery',
    addressAtAlipay: 'Alipay asks the buyer for the address: see the trade on Alipay’s site.',
    nothingToShip: 'Nothing to ship: delivered by itself once paid.',
    trade: 'Buyer and trade',
    buyer: 'Buyer',
    tradeNo: 'Alipay trade',
    orderedAt: 'Ordered at',
    paidAt: 'Paid at',
    refundAskedAt: 'Refund asked for at',
    refundedAt: 'Refunded at',
    shipment: 'Shipped',
    calls: 'What we sent to Alipay',
    noCalls: 'Nothing yet.',
    verbs: {
      pay: 'Payment form',
      query: 'Query',
      ship: 'Shipment',
      close: 'Closing',
      refund: 'Refund',
      refund_query: 'Query of a refund',
    },
    answered: 'answered',
    someCall: 'Request',
    handedOver: 'handed to the buyer’s browser',
    showBytes: 'Show what was sent',
    done: {
      ship: 'Alipay was told of the shipment.',
      query:
        'Alipay answered, and the order was checked against the answer, which is among the messages below.',
      close:
        'Closed. A buyer who has not been at the cashier yet can still pay from a payment page opened before; that would be told as a late payment.',
      'accept-price': 'The new price was accepted.',
      'decline-price': 'The new price was not accepted; the order keeps its own.',
      note: 'The note was saved.',
      refund: 'Alipay confirms the refund.',
      'decline-refund': 'The refund was declined; the buyer sees your answer.',
      'settle-refund': 'Alipay confirms the refund.',
    },
    doneHere: {
      ship: 'Shipped; the buyer sees it on the order’s page and confirms the receipt there. Without a word from the buyer it counts as received after 10 days.',
    },
    failed: {
      ship: 'The shipment failed',
      query: 'The query failed',
      close: 'The trade was not closed',
      'accept-price': 'The new price was not accepted',
      'decline-price': 'The new price was not declined',
      note: 'The note was not saved',
      refund: 'The refund is not made',
      'decline-refund': 'The refund was not declined',
      'settle-refund': 'The refund is not made',
    },
    invalid: {
      ship: 'Nothing was sent. The carrier is needed, with at most 64 characters; the waybill number has at most 32; both only with characters of the interface’s charset.',
      close:
        'Nothing was closed: Alipay says that somebody has paid for this order, though the payment was not accepted. See below, and settle it first.',
      'accept-price': PRICE_GONE.en,
      'decline-price': PRICE_GONE.en,
      note: 'Not saved: the note was changed elsewhere while you wrote; below is what it is now. Yours is still on the page before: go back in your browser to get it.',
      refund:
        'Nothing was refunded: the amount has to be between 0.01 yuan and what can still be refunded, with two decimals at most; and a refund that is not settled has to be settled first.',
      'decline-refund':
        'Not declined: write the reason, which the buyer will see; or the refund has been dealt with already.',
      'settle-refund': 'Nothing was asked: this refund is settled already, see “Refunds” below.',
    },
    invalidHere: {
      ship: 'Nothing was shipped. The carrier is needed, with at most 64 characters; the waybill number has at most 32. An order is not shipped before it is paid, or while a refund is under way.',
    },
    sentBeforeHere: (carrier, waybill) =>
      `Yours was not kept: this order has been shipped already, by ${carrier}${waybill ? `, waybill ${waybill}` : ''}. If yours is the right one, tell the buyer.`,
    refund: 'Refund',
    refunds: 'Refunds',
    refundAmount: (most) => `How much (yuan, at most ${most})`,
    refundReason: 'Why (optional, the buyer sees it)',
    refundAll: 'Refund all of it',
    refundNo: 'Refund number',
    tooOldToRefund:
      'Alipay can no longer refund this trade: its time for refunds is over. To give money back, agree on another way with the buyer.',
    askedTitle: (amount) => `The buyer asks for ${amount} back and waits for your answer`,
    agree: 'Agree and refund',
    declineWhy: 'Why not (the buyer sees it)',
    declineRefund: 'Decline',
    refundUnsettled:
      'Alipay has not said yet whether the money went back. The shop asks every hour; you can ask again now. The number stays the same, so nothing is refunded twice.',
    askAgain: 'Ask again',
    refundUnclear:
      '. Whether it was refunded is not known: press “Ask again” among the refunds below. The number stays the same, so nothing is refunded twice.',
    lateHere: (paid) =>
      `This order was closed unpaid; then Alipay told that the buyer had paid ${paid}. It does not open again, and nothing was shipped. Give the money back; a buyer who still wants the goods can order again.`,
    sentBefore: (carrier, waybill) =>
      `Yours was not sent: this order has been shipped already, by ${carrier}${waybill ? `, waybill ${waybill}` : ''}. Alipay keeps the first; if yours is the right one, tell the buyer.`,
    noAnswer: 'Alipay gave no answer that could be believed',
    colon: ': ',
    unclear: '. What became of it is unknown: query Alipay in a moment, and see the state of the trade.',
    refusedWith: 'Alipay refused, with the error code ',
    noCode: '(none)',
    cause: 'Cause: ',
    remedy: 'Remedy: ',
    unknownCode: 'This shop does not know the code: look it up in Alipay’s documentation.',
    priceTitle: (quoted, price) => `A price to decide: ${quoted} at Alipay, ${price} for the order`,
    priceText:
      'If you changed the price on Alipay’s site, accept it; if not, decline it, and find out who can sign in to your Alipay account. Until you accept it, a payment of this amount does not count.',
    accept: (price) => `Accept ${price}`,
    decline: 'Decline',
    lateTitle: 'A late payment: the money came after the order was closed',
    lateText: (paid) =>
      `This order was closed unpaid; then Alipay told that the buyer had paid ${paid}. Alipay has the money. The order does not open again by itself, and nothing was shipped. Choose one:`,
    lateRefund: (buyer) =>
      `Refund: give the money back to the buyer${buyer ? ` (${buyer})` : ''} on the trade’s page at Alipay.`,
    lateDeliver:
      'Deliver after all: if you have the goods, tell the buyer, then ship on the trade’s page at Alipay.',
    tradePage: 'The trade at Alipay',
  },
})
