import type { Bilingual } from '@/lib/dictionary'
import { openRefund, type RefundState } from '@/lib/orders/refunds'
import type { Stage } from '@/lib/orders/transitions'

export interface OpenOrder {
  stage: string
  paidAt: Date | null
  refunds: { state: string }[]
}

/** The buyer's next step in an order of the open platform, which knows nothing of goods: all is done in the shop. */
export function nextOpenStep({ stage, paidAt, refunds }: OpenOrder): Bilingual {
  const open = openRefund(refunds)
  if (open) return REFUND[open.state === ('asked' satisfies RefundState) ? 'asked' : 'sent']
  if (stage === 'closed' && paidAt) return REFUNDED
  return (STEPS as Partial<Record<string, Bilingual>>)[stage] ?? STEPS.finished
}

const REFUND = {
  asked: {
    zh: '您申请了退款，等卖家答复。',
    en: 'You have asked for a refund; the seller is to answer.',
  },
  sent: {
    zh: '退款正在处理，等支付宝把钱退给您。',
    en: 'The refund is under way: Alipay is about to give the money back.',
  },
} satisfies Partial<Record<RefundState, Bilingual>>

const REFUNDED: Bilingual = {
  zh: '钱已全额退回您付款的账户；用银行卡付的，到账要等银行几天。',
  en: 'All the money went back to the account you paid from; a bank may take some days to book it.',
}

const STEPS: Record<Stage, Bilingual> = {
  unpaid: {
    zh: '请付款：按“去支付宝付款”。',
    en: 'Please pay: press the button that leads to Alipay.',
  },
  paid: {
    zh: '已经付款，等卖家发货。不想要了，可以在本页申请退款。',
    en: 'Paid; the seller is to ship. If you no longer want the goods, ask for a refund on this page.',
  },
  shipped: {
    zh: '卖家已经发货。收到货、检查过以后，请按“确认收货”；有问题，可以在本页申请退款。',
    en: 'The seller has shipped. When the goods have come and are as they should be, press “I have received it”; if something is wrong, ask for a refund on this page.',
  },
  finished: {
    zh: '交易已经结束，不用再做什么。',
    en: 'The trade is over, nothing is left to do.',
  },
  closed: {
    zh: '没有付款，订单已经关闭。还想要的话，请重新下单。',
    en: 'Nothing was paid in time. Order again if you still want the goods.',
  },
}
