import type { Bilingual } from '@/lib/dictionary'
import type { Party, TraceStep } from '@/lib/messages/trace'

const step = (from: Party, to: Party, zh: string, en: string, word: string, seen = true): TraceStep => ({
  from,
  to,
  what: { zh, en },
  word,
  tone: 'plain',
  seen,
})

const FORM = step('shop', 'buyer', '付款表单', 'payment form', 'HTML')
const REQUEST = step('buyer', 'alipay', '① 请求', '1 request', 'gateway.do', false)
const PAYS = step('buyer', 'alipay', '② 付款', '2 pays', '', false)
const NOTIFICATION = step('alipay', 'shop', '③ 通知', '3 notification', 'POST')
const QUESTION = step('shop', 'alipay', '④ 是你发的吗', '4 is this yours?', 'notify_verify')
const TRUE: TraceStep = { ...step('alipay', 'shop', '是', 'yes', 'true'), tone: 'good' }
const SUCCESS: TraceStep = { ...step('shop', 'alipay', '⑤ 收到', '5 received', 'success'), tone: 'good' }
const BACK = step('alipay', 'buyer', '送浏览器回来', 'sends the browser', '', false)
const RETURN = step('buyer', 'shop', '⑥ 返回', '6 return', 'GET')

interface Told {
  title: Bilingual
  steps: TraceStep[]
}

/** The yellow strip is the browser's lane: what passes through it passes through the buyer's hands. */
export const THREE_PATHS: Told = {
  title: {
    zh: '一次付款的全部往来。黄色的一条是买家的浏览器：经过那里的，都经过买家的手',
    en: 'All that is sent for one payment. Yellow is the buyer’s browser: what passes there passes through the buyer’s hands',
  },
  steps: [FORM, REQUEST, PAYS, NOTIFICATION, QUESTION, TRUE, SUCCESS, BACK, RETURN],
}

export const OLD_SEQUENCE: Told = {
  title: {
    zh: '旧接口：收到通知，回头去问',
    en: 'The old interface: a message comes, and the shop asks back',
  },
  steps: [REQUEST, PAYS, NOTIFICATION, QUESTION, TRUE, SUCCESS, RETURN],
}

export const NEW_SEQUENCE: Told = {
  title: {
    zh: '开放平台：通知自带支付宝的签名，不用再问；返回里没有交易状态',
    en: 'The open platform: the message carries Alipay’s own signature, and nothing is asked; the return tells no status',
  },
  steps: [
    REQUEST,
    PAYS,
    step('alipay', 'shop', '③ 通知，RSA2 签名', '3 message, signed RSA2', 'TRADE_SUCCESS'),
    { ...SUCCESS, what: { zh: '④ 收到', en: '4 received' } },
    { ...RETURN, what: { zh: '⑤ 返回，不说状态', en: '5 return, no status' } },
    step('shop', 'alipay', '⑥ 没消息就查询', '6 if silent: query', 'alipay.trade.query'),
  ],
}
