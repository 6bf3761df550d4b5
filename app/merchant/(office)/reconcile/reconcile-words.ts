import { dictionary } from '@/lib/dictionary'
import type { Finding } from '@/lib/payments/reconcile'

export const reconcileWords = dictionary({
  zh: {
    title: '对账',
    heading: '对账：找回掉单',
    intro:
      '通知可能丢失：网络断了、防火墙拦了、程序出错了。超过半小时没有消息、又没有结束的订单，还有发出去没有回音的退款，向网关逐个查询（最久没问过的先问，每次最多 20 个），有遗漏的就补上。',
    ask: '向网关查询',
    asking: '正在向网关查询……',
    nothing: '没有需要查询的订单。',
    found: '查询结果',
    kinds: {
      settled: '一致，没有遗漏',
      applied: '已补上遗漏的状态',
      no_trade: '未付款：买家没有到收银台登录过',
      person: '需要人工处理',
      unreachable: '网关没有回答',
    } as Record<Finding['kind'], string>,
    more: '还有订单没有查询：再按一次，或者运行 npm run reconcile。',
  },
  en: {
    title: 'Reconcile',
    heading: 'Reconcile: find lost orders again',
    intro:
      'A notification may be lost: the network was down, a firewall stood in the way, a program failed. Every order that is not at its end and has had no news for half an hour, and every refund that got no answer, is asked about at the gateway, those not asked about for longest first, 20 at a time, and what is missing is made up for.',
    ask: 'Ask the gateway',
    asking: 'Asking the gateway …',
    nothing: 'There is no order to ask about.',
    found: 'What was found',
    kinds: {
      settled: 'In agreement, nothing was missing',
      applied: 'What was missing is there now',
      no_trade: 'Not paid: the buyer never signed in at the cashier',
      person: 'Needs a person',
      unreachable: 'The gateway did not answer',
    },
    more: 'Some orders have not been asked about: press again, or run npm run reconcile.',
  },
})
