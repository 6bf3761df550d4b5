import { dictionary } from '@/lib/dictionary'
import type { OrderAction } from './outcome'

const PRICE_GONE = {
  zh: '这次改价已经处理过，或者支付宝上的金额又变了：请看下面的最新金额。',
  en: 'This price change has already been settled, or the price at Alipay has changed again: the latest is below.',
}

type OfAction = Partial<Record<OrderAction, string>>

/** The merchant's page of one order. */
export const merchantOrderWords = dictionary({
  zh: {
    title: '订单详情',
    order: '订单',
    noTradeStatus: '还没有交易状态',
    actions: '操作',
    query: '查询支付宝',
    close: '关闭交易',
    actionsHint: (canClose: boolean) =>
      `查询支付宝可以同步这笔交易的最新状态，补上漏掉的通知。${canClose ? '关闭后买家不能再付款。' : ''}`,
    /** What a seller does about a refund, on the gateway's site. */
    refundSteps: {
      WAIT_SELLER_AGREE: '买家申请退款，等待您处理：请到支付宝的交易页同意或拒绝。',
      WAIT_SELLER_CONFIRM_GOODS:
        '买家已寄回商品：收到并检查后，请到支付宝的交易页确认收货，款项随后退给买家。',
    } as Readonly<Record<string, string>>,
    carrier: '物流公司',
    waybill: '运单号（选填）',
    transport: '运送方式',
    ship: '发货',
    note: '卖家备注',
    noteHint: '仅自己可见。',
    saveNote: '保存备注',
    nothingSuch: '没有这个订单，或者没有这个操作。',
    goods: '商品和金额',
    postage: (buyerPays: boolean): string => (buyerPays ? '运费（买家承担）' : '运费（卖家承担）'),
    total: '订单合计',
    quoted: '支付宝上的金额',
    agreed: '已接受的金额',
    paid: '实付',
    remark: '买家留言',
    delivery: '收货和配送',
    addressAtAlipay: '收货地址由买家在支付宝填写，请到支付宝的交易页查看。',
    nothingToShip: '无需物流，付款后自动发货。',
    trade: '买家和交易',
    buyer: '买家账号',
    tradeNo: '支付宝交易号',
    orderedAt: '下单时间',
    paidAt: '付款时间',
    refundAskedAt: '申请退款时间',
    refundedAt: '退款时间',
    shipment: '发货',
    calls: '发给支付宝的请求',
    noCalls: '暂无请求。',
    verbs: {
      pay: '付款表单',
      query: '查询',
      ship: '发货',
      close: '关闭交易',
      refund: '退款',
      refund_query: '查询退款',
    } as Readonly<Record<string, string>>,
    answered: '已回答',
    someCall: '请求',
    handedOver: '已交给买家的浏览器',
    showBytes: '查看内容',
    done: {
      ship: '已通知支付宝发货。',
      query: '已向支付宝查询，并按结果核对了订单；结果在下面的通知记录里。',
      close: '已关闭。如果买家还没有到过收银台，之前打开的付款页仍能付款；那样的付款会记为“关闭后付款”。',
      'accept-price': '已接受新金额。',
      'decline-price': '未接受新金额，订单仍按原金额付款。',
      note: '备注已保存。',
      refund: '退款成功，支付宝已确认。',
      'decline-refund': '已拒绝退款，买家能看到您的答复。',
      'settle-refund': '退款成功，支付宝已确认。',
    } as Record<OrderAction, string>,
    /** Of an order of the open platform, where that is another thing. */
    doneHere: {
      ship: '已发货，买家可以在订单页查看并确认收货；10 天内没有确认的，自动确认收货。',
    } as OfAction,
    failed: {
      ship: '发货失败',
      query: '查询失败',
      close: '关闭交易失败',
      'accept-price': '接受新金额失败',
      'decline-price': '拒绝新金额失败',
      note: '备注保存失败',
      refund: '退款未完成',
      'decline-refund': '拒绝退款失败',
      'settle-refund': '退款未完成',
    } as Record<OrderAction, string>,
    /** The gateway was not called: why, and what to change. */
    invalid: {
      ship: '没有发货。物流公司必填，最多 64 个字；运单号最多 32 个字；都不能有接口不接受的字符。',
      close: '没有关闭：支付宝通知这个订单有一笔付款没有入账，请先处理下面这笔付款。',
      'accept-price': PRICE_GONE.zh,
      'decline-price': PRICE_GONE.zh,
      note: '没有保存：编辑期间备注在别处修改过，下面是最新的。您写的内容还在上一页，按浏览器的返回键可以取回。',
      refund:
        '没有退款：金额要在 0.01 元和可退金额之间，最多两位小数；上一笔退款有结果之前，不能再退一笔。',
      'decline-refund': '没有拒绝：请写明原因，买家会看到；也可能这笔退款已经处理过。',
      'settle-refund': '没有查询：这笔退款已经有结果，见下面的“退款”。',
    } as OfAction,
    invalidHere: {
      ship: '没有发货。物流公司必填，最多 64 个字；运单号最多 32 个字。未付款或退款处理中的订单不能发货。',
    } as OfAction,
    sentBeforeHere: (carrier: string, waybill: string | null) =>
      `没有保存：这个订单已经发过货，物流公司是${carrier}${waybill ? `，运单号是 ${waybill}` : ''}。如果这次填的才对，请告诉买家。`,
    refund: '退款',
    refunds: '退款',
    refundAmount: (most: string) => `退款金额（元，最多 ${most}）`,
    refundReason: '退款原因（选填，买家可见）',
    refundAll: '全额退款',
    refundNo: '退款编号',
    tooOldToRefund: '这笔交易已超过支付宝的退款期限。需要退款的话，请和买家商量其他方式。',
    askedTitle: (amount: string) => `买家申请退款 ${amount}，等待您处理`,
    agree: '同意退款',
    declineWhy: '拒绝原因（买家可见）',
    declineRefund: '拒绝退款',
    refundUnsettled:
      '支付宝还没有确认这笔退款的结果。系统每小时查询一次，也可以现在查询：用的是同一个退款编号，不会重复退款。',
    askAgain: '查询结果',
    refundUnclear: '。退款结果还不确定：请在下面的“退款”里点“查询结果”，用的是同一个退款编号，不会重复退款。',
    lateHere: (paid: string) =>
      `这个订单因未付款已关闭，之后支付宝通知买家付了 ${paid}。订单不会重新打开，也没有发货。请退款给买家；买家还想购买的话，请重新下单。`,
    sentBefore: (carrier: string, waybill: string | null) =>
      `没有发出：这个订单已经发过货，物流公司是${carrier}${waybill ? `，运单号是 ${waybill}` : ''}。支付宝以第一次填写的为准；如果这次填的才对，请告诉买家。`,
    noAnswer: '没有得到支付宝的可信回答',
    colon: '：',
    unclear: '。结果不明：请稍后点“查询支付宝”，确认交易的最新状态。',
    refusedWith: '支付宝拒绝了，错误代码 ',
    noCode: '（没有）',
    cause: '原因：',
    remedy: '解决办法：',
    unknownCode: '没有收录这个错误代码，请查阅支付宝的文档。',
    priceTitle: (quoted: string, price: string) => `改价待确认：支付宝上的金额是 ${quoted}，订单是 ${price}`,
    priceText:
      '如果是您在支付宝网站上改的价，请接受；如果不是，请不要接受，并检查支付宝账号的安全。接受之前，按这个金额的付款不会入账。',
    accept: (price: string) => `接受 ${price}`,
    decline: '不接受',
    lateTitle: '关闭后付款：订单关闭以后收到了买家的付款',
    lateText: (paid: string) =>
      `这个订单因未付款已关闭，之后支付宝通知买家付了 ${paid}。款项在支付宝，订单不会自动重新打开，也没有发货。请选择：`,
    lateRefund: (buyer: string | null) =>
      `退款：在支付宝的交易页退款给买家${buyer ? `（${buyer}）` : ''}。`,
    lateDeliver: '照常发货：有货的话，先告知买家，再在支付宝的交易页发货。',
    tradePage: '支付宝的交易页',
  },
  en: {
    title: 'Order details',
    order: 'Order',
    noTradeStatus: 'no trade status yet',
    actions: 'Actions',
    query: 'Query Alipay',
    close: 'Close the trade',
    actionsHint: (canClose) =>
      `Querying Alipay brings the order up to date, also after a lost notification.${canClose ? ' Once the trade is closed, the buyer can no longer pay.' : ''}`,
    refundSteps: {
      WAIT_SELLER_AGREE:
        'The buyer has asked for a refund: accept or decline it on the trade’s page at Alipay.',
      WAIT_SELLER_CONFIRM_GOODS:
        'The goods are on their way back. Once you have received and checked them, confirm it on the trade’s page at Alipay; the buyer is then refunded.',
    },
    carrier: 'Carrier',
    waybill: 'Tracking number (optional)',
    transport: 'Shipping method',
    ship: 'Ship',
    note: 'Private note',
    noteHint: 'Only you can see it.',
    saveNote: 'Save the note',
    nothingSuch: 'There is no such order, or no such action.',
    goods: 'Items and amounts',
    postage: (buyerPays) => (buyerPays ? 'Postage (paid by the buyer)' : 'Postage (paid by the seller)'),
    total: 'Total',
    quoted: 'Amount at Alipay',
    agreed: 'Amount accepted',
    paid: 'Paid',
    remark: 'Buyer’s message',
    delivery: 'Delivery',
    addressAtAlipay: 'The buyer gives the address to Alipay: see the trade’s page there.',
    nothingToShip: 'Nothing to ship: delivered automatically after payment.',
    trade: 'Buyer and trade',
    buyer: 'Buyer',
    tradeNo: 'Alipay trade number',
    orderedAt: 'Ordered at',
    paidAt: 'Paid at',
    refundAskedAt: 'Refund requested at',
    refundedAt: 'Refunded at',
    shipment: 'Shipped',
    calls: 'Requests sent to Alipay',
    noCalls: 'No requests yet.',
    verbs: {
      pay: 'Payment form',
      query: 'Query',
      ship: 'Shipment',
      close: 'Close',
      refund: 'Refund',
      refund_query: 'Refund query',
    },
    answered: 'answered',
    someCall: 'Request',
    handedOver: 'given to the buyer’s browser',
    showBytes: 'Show contents',
    done: {
      ship: 'Alipay has been notified of the shipment.',
      query:
        'Alipay was queried and the order checked against its answer, which is in the log below.',
      close:
        'Closed. A buyer who has not reached the cashier yet can still pay from a page opened earlier; such a payment is marked “Paid after closing”.',
      'accept-price': 'New amount accepted.',
      'decline-price': 'New amount declined; the order keeps its own.',
      note: 'Note saved.',
      refund: 'Refunded; Alipay has confirmed it.',
      'decline-refund': 'Refund declined; the buyer sees your answer.',
      'settle-refund': 'Refunded; Alipay has confirmed it.',
    },
    doneHere: {
      ship: 'Shipped. The buyer can see it and confirm receipt on the order page; without confirmation it counts as received after 10 days.',
    },
    failed: {
      ship: 'The shipment failed',
      query: 'The query failed',
      close: 'The trade was not closed',
      'accept-price': 'The new amount was not accepted',
      'decline-price': 'The new amount was not declined',
      note: 'The note was not saved',
      refund: 'The refund was not completed',
      'decline-refund': 'The refund was not declined',
      'settle-refund': 'The refund was not completed',
    },
    invalid: {
      ship: 'Nothing was shipped. A carrier is required, with at most 64 characters; the tracking number has at most 32; neither may have characters that the interface does not accept.',
      close:
        'Not closed: Alipay reports a payment for this order that has not been recorded. Settle that payment below first.',
      'accept-price': PRICE_GONE.en,
      'decline-price': PRICE_GONE.en,
      note: 'Not saved: the note was changed elsewhere while you were editing; the latest is below. Your text is still on the previous page: use your browser’s back button.',
      refund:
        'Nothing was refunded: the amount must be between 0.01 yuan and what can still be refunded, with two decimals at most, and a refund under way must be settled first.',
      'decline-refund':
        'Not declined: enter the reason, which the buyer will see; or the refund has already been settled.',
      'settle-refund': 'Not queried: this refund is already settled, see “Refunds” below.',
    },
    invalidHere: {
      ship: 'Nothing was shipped. A carrier is required, with at most 64 characters; the tracking number has at most 32. An order cannot be shipped before it is paid, or while a refund is under way.',
    },
    sentBeforeHere: (carrier, waybill) =>
      `Not saved: this order has already been shipped by ${carrier}${waybill ? `, tracking number ${waybill}` : ''}. If this entry is the right one, tell the buyer.`,
    refund: 'Refund',
    refunds: 'Refunds',
    refundAmount: (most) => `Refund amount (yuan, at most ${most})`,
    refundReason: 'Reason (optional, visible to the buyer)',
    refundAll: 'Refund in full',
    refundNo: 'Refund number',
    tooOldToRefund:
      'This trade is past Alipay’s refund deadline. To give money back, agree on another way with the buyer.',
    askedTitle: (amount) => `The buyer has requested a refund of ${amount}`,
    agree: 'Accept and refund',
    declineWhy: 'Reason for declining (visible to the buyer)',
    declineRefund: 'Decline refund',
    refundUnsettled:
      'Alipay has not confirmed this refund yet. The shop checks every hour, and you can check now: the refund number stays the same, so nothing is refunded twice.',
    askAgain: 'Check now',
    refundUnclear:
      '. The result is not known yet: press “Check now” under “Refunds” below. The refund number stays the same, so nothing is refunded twice.',
    lateHere: (paid) =>
      `This order was closed unpaid; Alipay then reported a payment of ${paid}. The order stays closed, and nothing was shipped. Refund the buyer, who can place a new order.`,
    sentBefore: (carrier, waybill) =>
      `Not sent: this order has already been shipped by ${carrier}${waybill ? `, tracking number ${waybill}` : ''}. Alipay keeps the first entry; if this one is right, tell the buyer.`,
    noAnswer: 'Alipay gave no trustworthy answer',
    colon: ': ',
    unclear: '. The result is unknown: query Alipay in a moment to see the status of the trade.',
    refusedWith: 'Alipay refused with error code ',
    noCode: '(none)',
    cause: 'Cause: ',
    remedy: 'Remedy: ',
    unknownCode: 'This code is not in our list: look it up in Alipay’s documentation.',
    priceTitle: (quoted, price) => `Price change to review: ${quoted} at Alipay, ${price} for the order`,
    priceText:
      'If you changed the price on Alipay’s site, accept it; if not, decline it and check the security of your Alipay account. Until you accept it, a payment of this amount is not recorded.',
    accept: (price) => `Accept ${price}`,
    decline: 'Decline',
    lateTitle: 'Paid after closing: the payment came after the order was closed',
    lateText: (paid) =>
      `This order was closed unpaid; Alipay then reported a payment of ${paid}, and holds the money. The order stays closed, and nothing was shipped. Choose one:`,
    lateRefund: (buyer) =>
      `Refund: refund the buyer${buyer ? ` (${buyer})` : ''} on the trade’s page at Alipay.`,
    lateDeliver:
      'Deliver anyway: if you have the goods, tell the buyer, then ship on the trade’s page at Alipay.',
    tradePage: 'View at Alipay',
  },
})
