import { dictionary } from '@/lib/dictionary'
import type { Finding } from '@/lib/payments/reconcile'

export const reconcileWords = dictionary({
  zh: {
    title: '对账',
    heading: '对账：找回漏单',
    intro:
      '断网、防火墙拦截或程序出错都可能丢失通知。系统会向网关查询超过半小时没有消息且未结束的订单，以及没有收到回音的退款（最久未查询的优先，每次最多 20 笔），补上遗漏的状态。',
    ask: '向网关查询',
    asking: '正在查询',
    nothing: '没有需要查询的订单。',
    found: '查询结果',
    kinds: {
      settled: '一致，没有遗漏',
      applied: '已补上遗漏的状态',
      no_trade: '未付款：买家没有在收银台登录',
      person: '需要人工处理',
      unreachable: '网关没有回答',
    } as Record<Finding['kind'], string>,
    more: '还有订单没有查询：请再点一次，或运行 npm run reconcile。',
  },
  en: {
    title: 'Reconcile',
    heading: 'Reconcile: recover missed payments',
    intro:
      'A notification can be lost when the network is down, a firewall blocks it or a program fails. This queries the gateway about every unfinished order without news for half an hour and every refund without an answer, 20 at a time, those not queried for longest first, and records what was missed.',
    ask: 'Query the gateway',
    asking: 'Querying',
    nothing: 'No orders need a query.',
    found: 'Results',
    kinds: {
      settled: 'Up to date, nothing was missed',
      applied: 'Missed status recorded',
      no_trade: 'Not paid: the buyer never signed in at the cashier',
      person: 'Needs your attention',
      unreachable: 'The gateway did not answer',
    },
    more: 'Some orders have not been queried yet: press again, or run npm run reconcile.',
  },
})
