import { type BadgedOrder, badgeState, type BadgeState, badgeWords } from '@/app/ui/order-badge'
import { dictionary, type Language } from '@/lib/dictionary'

/** States of which the heading of an order's page says more than the badge. */
const orderHeadings = dictionary({
  zh: {
    paid: '您已付款，等待发货',
    shipped: '已发货，等您确认收货',
    refundAsked: '退款待处理，等卖家答复',
    closed: '订单已关闭，没有付款',
  } as Partial<Record<BadgeState, string>>,
  en: {
    paid: 'Paid, waiting to be shipped',
    shipped: 'Shipped, waiting for you to confirm delivery',
    refundAsked: 'Refund requested, waiting for the seller',
    closed: 'Closed without a payment',
  } as Partial<Record<BadgeState, string>>,
})

/** An order's state to its buyer. */
export function orderHeading(order: BadgedOrder, language: Language): string {
  const state = badgeState(order)
  return orderHeadings[language][state] ?? badgeWords[language][state]
}
