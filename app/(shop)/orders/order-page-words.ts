import { dictionary, plural } from '@/lib/dictionary'
import type { LogLine } from '@/lib/messages/message-log'

type OfVerdict = Partial<Record<LogLine['verdict'], string>>

/** The buyer's pages of orders. */
export const orderPageWords = dictionary({
  zh: {
    orders: '我的订单',
    noOrders: '这个浏览器还没有下过单。',
    toShelf: '去货架看看',
    order: '订单',
    total: '合计',
    paid: '实付（付款时换了配送方式，或卖家改了价）',
    postageOf: (way: string, buyerPays: boolean) => `运费（${way}，${buyerPays ? '买家承担' : '卖家承担'}）`,
    remark: '备注',
    tradeNo: '支付宝交易号',
    buyer: '买家账号',
    paidAt: '付款时间',
    logistics: '物流',
    waybill: '，运单号 ',
    behind: '以下是这一单背后的协议：它走过的状态，和收到的每一条消息。',
    plainText: '纯文本',
    nextStep: '下一步',
    kept: (hours: number) => `商品为您保留 ${hours} 小时。`,
    pay: '去支付宝付款',
    payAnyway: '没有付过，去支付宝付款',
    newCode: '换一个付款码',
    code: '付款码',
    scan: '请用支付宝扫这个码付款，两小时内有效；付完以后，本页会自己更新。',
    openCode: '就在这部手机上付：在支付宝里打开',
    check: '查询付款结果',
    lastAsked: (time: string, isAnswered: boolean) =>
      isAnswered ? `支付宝的答复：还没有付款（${time}）` : `问过支付宝，没有得到答复（${time}）`,
    doNotPayAgain: '如果您已经付过款，请不要再付。',
    perhapsPaid: '如果已经付过款，请不要再付，点开看看',
    refusedPayment: { title: '付款待卖家核对' },
    elsewhere: {
      title: '请回到下单的地方',
      arrived: '付款已经到了',
      whereToLook: '订单只在下单的地方看得到：请打开当时用的浏览器或者应用，在“我的订单”里查看。',
    },
    toAlipay: '去支付宝',
    quoted: (quoted: string, total: string) =>
      `支付宝上这笔交易的金额是 ${quoted}，下单时是 ${total}。要等卖家确认这个金额，您的付款才算数；付款前请和卖家核对。`,
    agreed: (price: string) => `卖家已把金额改为 ${price}。`,
    receive: {
      title: '收货',
      button: '确认收货',
      until: (date: string) => `如果您不确认，${date} 自动确认收货。`,
      paused: '退款没有了结之前，不会自动确认收货。',
      withdraws: '确认收货会撤回您的退款申请。',
    },
    refund: {
      title: '退款',
      refunded: (amount: string, paid: string) => `已退 ${amount}，共付 ${paid}。`,
      ask: '申请退款',
      amount: (most: string) => `退多少（元，最多 ${most}）`,
      reason: '为什么退',
      wrong: (most: string) =>
        `没有提交：金额要在 0.01 到 ${most} 元之间，最多两位小数；原因要写，最多 200 个字。`,
      gone: '没有提交：订单现在不能申请退款，请看它现在的状态。',
      answer: '卖家的答复：',
      notMade: '卖家会再处理，或者和您联系。',
    },
    notFound: {
      title: '没有这个订单',
      heading: '这里看不到这个订单',
      text: '订单号可能写错了，或者它不是您的：订单只有下单的人能看到，请用当时的浏览器打开，或者用当时的账号登录。',
    },
    noTrace: '没有这个订单，或者它不是用这个浏览器下的。',
    answer: '，回答 ',
    returned: '页面返回：验证成功',
    notReturned: '页面返回：验证失败',
    whyRefused: (verdict: string, why: string) => `${verdict}。${why}订单没有因此改变。`,
    returnedData: (count: number) => `返回的数据（${count} 个参数）`,
    /** Why a return was not believed. */
    refused: {
      bad_sign: '可能是安全校验码不一致、编码不一致，或者地址在路上被改过。',
      bad_source: '返回地址一分钟内有效，过了就会这样；也可能是合作身份者 ID 不对。',
      bad_amount: '返回的金额不是这个订单的金额。',
      bad_seller: '返回数据里的卖家不是本店的支付宝账号。',
      bad_trade_no: '返回数据里的交易号属于另一笔交易。',
      unknown_order: '返回数据里的订单号不是本店的。',
      malformed: '返回的数据不完整，或者编码与配置的不同。',
      illegal: '返回的状态不在交易的规则里。',
      error: '本店处理时出了错。付款如果成功，稍后的异步通知会更新订单。',
    } as OfVerdict,
    notAsked:
      '没有问到网关，所以不知道这次返回是真是假，网关并没有否认它。付款如果成功，稍后的异步通知会更新订单。',
    /** What a believed return has changed. */
    believed: {
      applied: '订单按返回的数据更新了。',
      duplicate: '异步通知先到，订单在此之前已经更新。',
      stale: '订单已经走到了更后面的状态。',
      no_news: '支付宝把您带了回来。这个地址没有说付没付款，所以本店直接问支付宝：以上面写的为准。',
    } as OfVerdict,
  },
  en: {
    orders: 'My orders',
    noOrders: 'Nothing has been ordered from this browser yet.',
    toShelf: 'Go to the shop',
    order: 'Order',
    total: 'Total',
    paid: 'Paid (another way of shipping was chosen at the cashier, or the seller changed the price)',
    postageOf: (way, buyerPays) =>
      `Postage (${way}, ${buyerPays ? 'paid by the buyer' : 'paid by the seller'})`,
    remark: 'Remark',
    tradeNo: 'Alipay trade',
    buyer: 'Buyer',
    paidAt: 'Paid at',
    logistics: 'Shipped with',
    waybill: ', waybill ',
    behind: 'What follows is the protocol behind this order: the states it went through, and every message.',
    plainText: 'Plain text',
    nextStep: 'Next step',
    kept: (hours) => ` The goods are kept for you for ${hours} hours.`,
    pay: 'Pay with Alipay',
    payAnyway: 'I have not paid: pay with Alipay',
    newCode: 'Another code',
    code: 'Code to pay by',
    scan: 'Scan this code with Alipay within two hours to pay. The page follows by itself once it is paid.',
    openCode: 'To pay on this very phone: open it in Alipay',
    check: 'Check the payment',
    lastAsked: (time, isAnswered) =>
      isAnswered
        ? `Alipay’s answer: not paid yet (${time})`
        : `Alipay was asked and did not answer (${time})`,
    doNotPayAgain: 'If you have paid, do not pay again.',
    perhapsPaid: 'If you have paid, do not pay again: open it',
    refusedPayment: { title: 'The seller has to check a payment' },
    elsewhere: {
      title: 'Go back to where you ordered',
      arrived: 'The payment has arrived',
      whereToLook:
        'An order can only be seen where it was made: open the browser or app that you used, and look under “My orders”.',
    },
    toAlipay: 'Go to Alipay',
    quoted: (quoted, total) =>
      `At Alipay this trade costs ${quoted}; it was ordered for ${total}. Your payment counts once the seller has confirmed that amount, so ask the seller before you pay.`,
    agreed: (price) => `The seller has changed the price to ${price}.`,
    receive: {
      title: 'Receipt',
      button: 'I have received it',
      until: (date) => `If you do not confirm it, the receipt counts as confirmed on ${date}.`,
      paused: 'While a refund is not settled, the receipt is not confirmed by itself.',
      withdraws: 'Confirming the receipt withdraws your request for a refund.',
    },
    refund: {
      title: 'Refund',
      refunded: (amount, paid) => `${amount} of ${paid} was refunded.`,
      ask: 'Ask for a refund',
      amount: (most) => `How much (yuan, at most ${most})`,
      reason: 'Why',
      wrong: (most) =>
        `Not sent: the amount has to be between 0.01 and ${most} yuan, with two decimals at most, and the reason is needed, in 200 characters at most.`,
      gone: 'Not sent: no refund can be asked for at present; see the state of the order.',
      answer: 'The seller’s answer: ',
      notMade: 'The seller will try again or get in touch with you.',
    },
    notFound: {
      title: 'No such order',
      heading: 'This order cannot be seen here',
      text: 'The number may be wrong, or the order is not yours: only who made it can see it. Open it in the browser that it was made with, or sign in to the account that it was made with.',
    },
    noTrace: 'There is no such order, or it was not made with this browser.',
    answer: ', answered ',
    returned: 'The return was verified',
    notReturned: 'The return failed verification',
    whyRefused: (verdict, why) => `${verdict}. ${why} The order was not changed by it.`,
    returnedData: (count) => `What was returned (${plural(count, 'parameter')})`,
    refused: {
      bad_sign: 'The keys or the charsets differ, or the address was altered on the way.',
      bad_source:
        'A return is good for one minute, and this is what happens after it; otherwise the partner ID is wrong.',
      bad_amount: 'The amount that was returned is not that of this order.',
      bad_seller: 'The seller in the returned data is not this shop.',
      bad_trade_no: 'The trade number in the returned data belongs to another trade.',
      unknown_order: 'The order number in the returned data is not one of this shop.',
      malformed: 'The returned data is incomplete, or in another charset than the configured one.',
      illegal: 'The returned state is none that can follow.',
      error: 'If the payment succeeded, the notification will update the order in a moment.',
    },
    notAsked:
      'The gateway could not be asked, so nobody knows whether this return is genuine; the gateway has not denied it. If the payment succeeded, the notification will update the order in a moment.',
    believed: {
      applied: 'The order was updated with the returned data.',
      duplicate: 'The notification came first, so the order had been updated before.',
      stale: 'The order is further on already.',
      no_news:
        'Alipay has led you back. This address does not say whether it is paid, so the shop asks Alipay itself: what is written above counts.',
    },
  },
})
