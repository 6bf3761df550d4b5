import type { Bilingual } from '@/lib/dictionary'
import { isRefund, openRefund, type RefundState } from '@/lib/orders/refunds'
import type { Stage } from '@/lib/orders/transitions'

export interface OpenOrder {
  stage: string
  paidAt: Date | null
  refunds: { state: string }[]
}

/** The buyer's next step in an order of the open platform, which knows nothing of goods: all is done in the shop. */
export function nextOpenStep({ stage, paidAt, refunds }: OpenOrder): Bilingual {
  const open = openRefund(refunds)
  if (open && isRefund(open, 'sent')) return REFUND.sent
  if (stage === 'closed' && paidAt) return REFUNDED
  if (open) return REFUND.asked
  return (STEPS as Partial<Record<string, Bilingual>>)[stage] ?? STEPS.finished
}

const REFUND = {
  asked: {
    zh: '您申请了退款，正在等卖家答复。',
    en: 'You have requested a refund. Waiting for the seller to answer.',
  },
  sent: {
    zh: '退款正在处理，支付宝会把钱退给您。',
    en: 'Your refund is being processed: Alipay is returning the money to you.',
  },
} satisfies Partial<Record<RefundState, Bilingual>>

const REFUNDED: Bilingual = {
  zh: '钱已全额退回您的付款账户；用银行卡付款的，银行入账可能需要几天。',
  en: 'All the money went back to the account you paid from; a bank may take some days to book it.',
}

const STEPS: Record<Stage, Bilingual> = {
  unpaid: {
    zh: '请尽快付款，付款后卖家会安排发货。',
    en: 'Please pay, and the seller will ship your order.',
  },
  paid: {
    zh: '卖家会尽快发货。发货前不想要了，可以在本页申请退款。',
    en: 'The seller will ship soon. Changed your mind before it ships? Request a refund on this page.',
  },
  shipped: {
    zh: '收到货并检查没有问题后，请确认收货；有问题，可以在本页申请退款。',
    en: 'Confirm delivery once the goods have arrived and are as they should be. If something is wrong, request a refund on this page.',
  },
  finished: {
    zh: '交易已完成，感谢您的购买。',
    en: 'This order is completed. Thank you for your purchase.',
  },
  closed: {
    zh: '没有按时付款，订单已关闭。还想要的话，请重新下单。',
    en: 'Nothing was paid in time, so the order was closed. Order again if you still want the goods.',
  },
}
