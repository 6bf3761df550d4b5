import { dictionary } from '@/lib/dictionary'
import type { Step } from '@/scenarios/scenario'

/** The steps of a scenario in words; what is not here is shown as its file has it. */
const stepWords = dictionary({
  zh: {
    order: '买家下单',
    'hand-over': '浏览器把付款表单交给支付宝',
    login: '买家在收银台登录',
    pay: '买家付款',
    ship: '卖家在支付宝发货',
    confirm: '买家确认收货',
    close: '卖家关闭交易',
    'change-price': '卖家改价',
    'come-back': '浏览器打开返回地址',
    delivered: '等通知送到',
    resend: '网关重发一条旧通知',
    clock: '网关的时钟拨快',
    faults: '让网关出一次故障',
    recover: '申请故障恢复',
    'refund-apply': '买家申请退款',
    'refund-agree': '卖家同意退款',
    'refund-refuse': '卖家拒绝退款',
    'refund-return-goods': '买家寄回货物',
    'refund-receive-goods': '卖家收到退货',
    'refund-cancel': '买家撤销退款',
  } as Record<string, string>,
  en: {
    order: 'the buyer orders',
    'hand-over': 'the browser takes the payment form to Alipay',
    login: 'the buyer signs in at the cashier',
    pay: 'the buyer pays',
    ship: 'the seller ships, at Alipay',
    confirm: 'the buyer confirms the receipt',
    close: 'the seller closes the trade',
    'change-price': 'the seller changes the price',
    'come-back': 'the browser opens the return address',
    delivered: 'wait for the notifications',
    resend: 'the gateway sends an old notification again',
    clock: 'the gateway’s clock is set ahead',
    faults: 'the gateway is made to fail',
    recover: 'recovery is asked for',
    'refund-apply': 'the buyer asks for a refund',
    'refund-agree': 'the seller agrees',
    'refund-refuse': 'the seller refuses',
    'refund-return-goods': 'the buyer sends the goods back',
    'refund-receive-goods': 'the seller has the goods back',
    'refund-cancel': 'the buyer withdraws it',
  },
})

/** A step in words, and its options as its file has them. */
export function stepInWords({ do: name, refused, ...options }: Step, language: 'zh' | 'en') {
  const shown = Object.entries(refused ? { ...options, refused } : options)
  return {
    words: stepWords[language][name] ?? name,
    options: shown.map(([option, value]) => `${option}=${String(value)}`).join(' '),
  }
}
