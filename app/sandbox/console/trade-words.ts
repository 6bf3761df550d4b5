import { dictionary, type Language } from '@/lib/dictionary'
import type { TradeAction } from '@/lib/sandbox/trade/trade-actions'

type ByParty = Readonly<Record<string, { buyer: string; seller: string }>>

/** The words for a trade's states and actions, for each of the two parties. */
export const tradeWords = dictionary({
  zh: {
    buyer: '买家',
    seller: '卖家',
    notLoggedIn: '还没有登录',
    openCashier: '打开收银台',
    nothingToDo: '现在没有可以做的事。',
    goodsReceived: '（已收到货）',
    goodsNotReceived: '（没有收到货）',
    shipment: '发货方式：',
    comma: '，',
    transport: { EXPRESS: '快递', EMS: 'EMS', POST: '平邮', DIRECT: '无需物流' } as Readonly<
      Record<string, string>
    >,
    newTotal: '新的总价（元）',
    shippedBy: '发货方式',
    carrier: '物流公司',
    invoiceNo: '运单号',
    refundAmount: '退款金额（元）',
    refundNo: '退款单号（不填就自动生成）',
    refundSeller: '退款',
    refunds: '退款',
    refundedInAll: (amount: string) => `共退 ${amount} 元`,
    waitForPayment: '等待买家付款',
    received: '已收到货',
    sentBackBy: '寄回方式',
    changeApplication: '修改退款申请',
    buttons: {
      'change-price': '改价',
      close: '关闭交易',
      ship: '发货',
      extend: '延长收货时间 10 天',
      confirm: '确认收货',
      'refund-apply': '申请退款',
      'refund-agree': '同意退款',
      'refund-refuse': '拒绝退款',
      'refund-return-goods': '寄回货物',
      'refund-receive-goods': '确认收到退货',
      'refund-cancel': '取消退款',
    } satisfies Record<TradeAction, string>,
    trade: {
      none: { buyer: '还没有登录收银台，所以还没有这笔交易', seller: '还看不到这笔交易' },
      WAIT_BUYER_PAY: { buyer: '等待您付款', seller: '等待买家付款，现在可以改价' },
      WAIT_SELLER_SEND_GOODS: { buyer: '您已付款，等待卖家发货', seller: '买家已付款，请发货' },
      WAIT_BUYER_CONFIRM_GOODS: { buyer: '卖家已发货，收到货后请确认', seller: '已发货，等待买家确认收货' },
      TRADE_FINISHED: { buyer: '交易成功结束', seller: '交易成功结束，货款已经给您' },
      TRADE_SUCCESS: { buyer: '已经付款成功', seller: '买家已付款，货款已经给您，三个月内还可以退款' },
      TRADE_CLOSED: { buyer: '交易已经关闭', seller: '交易已经关闭' },
    } as ByParty,
    refund: {
      WAIT_SELLER_AGREE: { buyer: '退款申请等待卖家处理，可以修改', seller: '买家申请退款，请同意或拒绝' },
      SELLER_REFUSE_BUYER: {
        buyer: '卖家拒绝了退款，可以修改后再申请',
        seller: '已拒绝退款，等待买家修改申请',
      },
      WAIT_BUYER_RETURN_GOODS: { buyer: '卖家同意退款，请把货寄回', seller: '已同意退款，等待买家寄回货物' },
      WAIT_SELLER_CONFIRM_GOODS: { buyer: '货已寄回，等待卖家确认', seller: '买家已寄回货物，收到后请确认' },
      REFUND_SUCCESS: { buyer: '退款成功', seller: '退款成功' },
      REFUND_CLOSED: { buyer: '退款已经关闭', seller: '退款已经关闭' },
    } as ByParty,
    due: (what: string) => `到期：${what}`,
    timeouts: {
      close: '没有付款，交易关闭',
      'send-1': '没有发货，再通知商户一次',
      'send-2': '没有发货，建议买家退款',
      confirm: '视为买家已确认收货',
      finish: '退款期限已过，交易结束',
      'refund-agree': '卖家没有处理，视为同意退款',
      'refund-cancel': '买家没有下一步，退款关闭',
      'refund-receive-goods': '卖家没有确认，视为已收到退货',
    } as Readonly<Record<string, string>>,
    steps: {
      login: '买家登录收银台',
      pay: '买家付款',
      'change-price': '卖家改价',
      close: '卖家关闭交易',
      refund: '卖家退款',
      ship: '卖家发货',
      extend: '卖家延长收货时间 10 天',
      confirm: '买家确认收货',
      'refund-apply': '买家申请退款',
      'refund-agree': '卖家同意退款',
      'refund-refuse': '卖家拒绝退款',
      'refund-return-goods': '买家寄回货物',
      'refund-receive-goods': '卖家收到退货',
      'refund-cancel': '买家取消退款',
    } as Readonly<Record<string, string>>,
  },
  en: {
    buyer: 'Buyer',
    seller: 'Seller',
    notLoggedIn: 'not logged in yet',
    openCashier: 'Open the cashier',
    nothingToDo: 'There is nothing to do now.',
    goodsReceived: '(goods received)',
    goodsNotReceived: '(goods not received)',
    shipment: 'Shipped by: ',
    comma: ', ',
    transport: { EXPRESS: 'Express', EMS: 'EMS', POST: 'Ordinary post', DIRECT: 'No shipping' },
    newTotal: 'New total (yuan)',
    shippedBy: 'Shipped by',
    carrier: 'Carrier',
    invoiceNo: 'Waybill number',
    refundAmount: 'Refund (yuan)',
    refundNo: 'Refund number (empty: a new one)',
    refundSeller: 'Refund',
    refunds: 'Refunds',
    refundedInAll: (amount) => `${amount} yuan in all`,
    waitForPayment: 'Waiting for the payment',
    received: 'Goods received',
    sentBackBy: 'Sent back by',
    changeApplication: 'Change the application',
    buttons: {
      'change-price': 'Change the price',
      close: 'Close the trade',
      ship: 'Ship',
      extend: 'Give the buyer 10 more days to confirm',
      confirm: 'Confirm the receipt',
      'refund-apply': 'Apply for a refund',
      'refund-agree': 'Agree to the refund',
      'refund-refuse': 'Refuse the refund',
      'refund-return-goods': 'Send the goods back',
      'refund-receive-goods': 'Confirm that the goods came back',
      'refund-cancel': 'Withdraw the refund',
    },
    trade: {
      none: {
        buyer: 'Not logged in at the cashier, so there is no trade yet',
        seller: 'Not to be seen yet',
      },
      WAIT_BUYER_PAY: {
        buyer: 'Waiting for your payment',
        seller: 'Waiting for the buyer to pay; the price can still be changed',
      },
      WAIT_SELLER_SEND_GOODS: {
        buyer: 'You have paid; waiting for the seller to ship',
        seller: 'The buyer has paid: please ship',
      },
      WAIT_BUYER_CONFIRM_GOODS: {
        buyer: 'The seller has shipped: please confirm once the goods arrive',
        seller: 'Shipped; waiting for the buyer to confirm the receipt',
      },
      TRADE_FINISHED: {
        buyer: 'The trade is finished',
        seller: 'The trade is finished, and the money is yours',
      },
      TRADE_SUCCESS: {
        buyer: 'The payment has succeeded',
        seller: 'The buyer has paid and the money is yours; it can be refunded for three months',
      },
      TRADE_CLOSED: { buyer: 'The trade is closed', seller: 'The trade is closed' },
    },
    refund: {
      WAIT_SELLER_AGREE: {
        buyer: 'Your application waits for the seller; it can be changed',
        seller: 'The buyer applies for a refund: agree or refuse',
      },
      SELLER_REFUSE_BUYER: {
        buyer: 'The seller refused the refund; change it and apply again',
        seller: 'Refund refused; waiting for the buyer to change the application',
      },
      WAIT_BUYER_RETURN_GOODS: {
        buyer: 'The seller agreed: please send the goods back',
        seller: 'Refund agreed; waiting for the goods',
      },
      WAIT_SELLER_CONFIRM_GOODS: {
        buyer: 'Goods sent back; waiting for the seller to confirm',
        seller: 'The buyer has sent the goods back: confirm once they arrive',
      },
      REFUND_SUCCESS: { buyer: 'Refunded', seller: 'Refunded' },
      REFUND_CLOSED: { buyer: 'The refund is closed', seller: 'The refund is closed' },
    },
    due: (what) => `Timeout: ${what}`,
    timeouts: {
      close: 'the trade is closed, because it was not paid',
      'send-1': 'the merchant is notified once more, because nothing was shipped',
      'send-2': 'a refund is suggested to the buyer, because nothing was shipped',
      confirm: 'the receipt counts as confirmed',
      finish: 'the time for refunds is over, and the trade is finished',
      'refund-agree': 'the refund counts as agreed to',
      'refund-cancel': 'the refund is closed, because the buyer did nothing more',
      'refund-receive-goods': 'the goods count as returned',
    },
    steps: {
      login: 'Buyer logged in at the cashier',
      pay: 'Buyer paid',
      'change-price': 'Seller changed the price',
      close: 'Seller closed the trade',
      refund: 'Seller refunded',
      ship: 'Seller shipped',
      extend: 'Seller gave the buyer 10 more days to confirm',
      confirm: 'Buyer confirmed the receipt',
      'refund-apply': 'Buyer applied for a refund',
      'refund-agree': 'Seller agreed to the refund',
      'refund-refuse': 'Seller refused the refund',
      'refund-return-goods': 'Buyer sent the goods back',
      'refund-receive-goods': 'Seller received the goods',
      'refund-cancel': 'Buyer withdrew the refund',
    },
  },
})

export const timeoutInWords = (action: string, language: Language) =>
  tradeWords[language].timeouts[action] ?? action

/** A step of a trade's history in words. */
export function stepInWords(action: string, language: Language): string {
  const timeout = /^timeout-(.+)$/.exec(action)?.[1]
  const { due, steps } = tradeWords[language]
  return timeout ? due(timeoutInWords(timeout, language)) : (steps[action] ?? action)
}
