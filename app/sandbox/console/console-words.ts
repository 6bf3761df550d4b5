import type { DeliveryState } from '@/lib/sandbox/describe-trade'
import type { FaultKind } from '@/lib/sandbox/fault-kinds'

/** What each party is told of the trade's state. */
export const TRADE_WORDS: Record<string, { buyer: string; seller: string }> = {
  none: { buyer: '还没有登录收银台，交易还不存在', seller: '还看不到这笔交易' },
  WAIT_BUYER_PAY: { buyer: '等待您付款', seller: '等待买家付款，现在可以改价' },
  WAIT_SELLER_SEND_GOODS: { buyer: '您已付款，等待卖家发货', seller: '买家已付款，请发货' },
  WAIT_BUYER_CONFIRM_GOODS: { buyer: '卖家已发货，收到货后请确认', seller: '已发货，等待买家确认收货' },
  TRADE_FINISHED: { buyer: '交易成功结束', seller: '交易成功结束，货款已经给您' },
  TRADE_CLOSED: { buyer: '交易已经关闭', seller: '交易已经关闭' },
}

export const REFUND_WORDS: Record<string, { buyer: string; seller: string }> = {
  WAIT_SELLER_AGREE: { buyer: '退款申请等待卖家处理，可以修改', seller: '买家申请退款，请同意或拒绝' },
  SELLER_REFUSE_BUYER: { buyer: '卖家拒绝了退款，可以修改后再申请', seller: '已拒绝退款，等待买家修改申请' },
  WAIT_BUYER_RETURN_GOODS: { buyer: '卖家同意退款，请把货寄回', seller: '已同意退款，等待买家寄回货物' },
  WAIT_SELLER_CONFIRM_GOODS: { buyer: '货已寄回，等待卖家确认', seller: '买家已寄回货物，收到后请确认' },
  REFUND_SUCCESS: { buyer: '退款成功', seller: '退款成功' },
  REFUND_CLOSED: { buyer: '退款已经关闭', seller: '退款已经关闭' },
}

const TIMEOUT_WORDS: Record<string, string> = {
  close: '没有付款，交易关闭',
  'send-1': '没有发货，再通知商户一次',
  'send-2': '没有发货，建议买家退款',
  confirm: '视为买家已确认收货',
  'refund-agree': '卖家没有处理，视为同意退款',
  'refund-cancel': '买家没有继续，退款关闭',
  'refund-receive-goods': '卖家没有确认，视为已收到退货',
}

export const timeoutInWords = (action: string) => TIMEOUT_WORDS[action] ?? action

const STEP_WORDS: Record<string, string> = {
  login: '买家登录收银台',
  pay: '买家付款',
  'change-price': '卖家改价',
  close: '卖家关闭交易',
  ship: '卖家发货',
  extend: '卖家延长收货时间 10 天',
  confirm: '买家确认收货',
  'refund-apply': '买家申请退款',
  'refund-agree': '卖家同意退款',
  'refund-refuse': '卖家拒绝退款',
  'refund-return-goods': '买家寄回货物',
  'refund-receive-goods': '卖家收到退货',
  'refund-cancel': '买家取消退款',
}

/** A line of a trade's history. */
export function stepInWords(action: string): string {
  const timeout = /^timeout-(.+)$/.exec(action)?.[1]
  return timeout ? `到期：${timeoutInWords(timeout)}` : (STEP_WORDS[action] ?? action)
}

export const TRANSPORT_WORDS = { EXPRESS: '快递', EMS: 'EMS', POST: '平邮', DIRECT: '无需物流' } as const

export const DELIVERY_WORDS: Record<DeliveryState, string> = {
  delivered: '已送达，商户回答 success',
  waiting: '等待发送',
  given_up: '8 次都没有成功，已停止',
}

export const FAULT_WORDS: Record<FaultKind, string> = {
  duplicate: '同一条通知同时发几次',
  delay: '通知晚到',
  drop: '通知丢失，按间隔重发',
  reorder: '通知晚于下一条到达',
  tamper: '签名后改一个参数',
  'wrong-key': '用别的密钥签名',
  'wrong-charset': '用别的编码',
  slow: '发送前等待',
  'return-before-notify': '页面返回先于付款通知',
  'verify-down': 'notify_verify 不可用',
  'verify-lies': 'notify_verify 说谎',
  refuse: '网关拒绝下一个请求',
}
