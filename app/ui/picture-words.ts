import { dictionary } from '@/lib/dictionary'
import type { Party } from '@/lib/messages/trace'

/** The words of the two status machines and of the protocol trace. */
export const pictureWords = dictionary({
  zh: {
    trade: '交易',
    tradeMachine: '交易的状态',
    stageMachine: '订单走到哪里，和支付宝的说法',
    noTrade: '支付宝还没有这笔交易',
    refund: '退款',
    refundMachine: '退款的状态',
    noRefund: '没有申请过，点开看看会怎样',
    path: (path: string[], present: string | null) =>
      `走过：${path.join('、') || '还没有'}。现在：${present ?? '还没有'}。`,
    notDrawn: (statuses: string[]) => `图里没有画的状态：${statuses.join('、')}`,
    traceTitle: (orderNo: string) => `订单 ${orderNo} 的协议往来`,
    traceText: '从上到下按时间画出买家的浏览器、本店和支付宝之间真正发生的每一次往来；虚线是本店看不到的。',
    parties: { buyer: '买家', shop: '本店', alipay: '支付宝' } as Record<Party, string>,
    nothing: '还没有任何往来。',
    more: '后面还有，这里不再画出。',
    asText: '用文字列出',
    times: (count: number) => `共 ${count} 次`,
    until: (time: string) => `至 ${time}`,
    comma: '，',
    /** An arrow of the trace, read aloud. */
    arrow: (from: string, to: string | undefined, what: string) =>
      `${to === undefined ? from : `${from}到${to}`}：${what}`,
    unseen: '（本店看不到）',
    semicolon: '；',
  },
  en: {
    trade: 'Trade',
    tradeMachine: 'The states of the trade',
    stageMachine: 'The stages of the order, with Alipay’s words',
    noTrade: 'Alipay has no such trade yet',
    refund: 'Refund',
    refundMachine: 'The states of the refund',
    noRefund: 'none was asked for; open it to see how one goes',
    path: (path, present) => `Gone through: ${path.join(', ') || 'none'}. Now: ${present ?? 'none'}.`,
    notDrawn: (statuses) => `States that are not drawn: ${statuses.join(', ')}`,
    traceTitle: (orderNo) => `The protocol trace of order ${orderNo}`,
    traceText:
      'From top to bottom, all that was really sent between the buyer’s browser, the shop and Alipay; dashed is what the shop cannot see.',
    parties: { buyer: 'Buyer', shop: 'Shop', alipay: 'Alipay' },
    nothing: 'Nothing has been sent yet.',
    more: 'There is more, which is not drawn here.',
    asText: 'As text',
    times: (count) => `${count} times`,
    until: (time) => `until ${time}`,
    comma: ', ',
    arrow: (from, to, what) => `${to === undefined ? from : `${from} to ${to}`}: ${what}`,
    unseen: ' (the shop cannot see it)',
    semicolon: '; ',
  },
})
