import type { Order } from '@/generated/shop/client'
import { isOpen } from './transitions'

/** How long stock is reserved for an unpaid order. */
export const KEPT_HOURS = 24

/**
 * Until when an order of the open platform can be paid: goods are held for KEPT_HOURS, and Alipay is told so, so that
 * nothing is paid after the order is closed (threats.md 91). Null where no moment is set.
 */
export function payableUntil({
  gateway = 'partner',
  stockHeld,
  createdAt,
}: Partial<Pick<Order, 'gateway' | 'stockHeld' | 'createdAt'>>): Date | null {
  return isOpen({ gateway }) && stockHeld && createdAt
    ? new Date(createdAt.getTime() + KEPT_HOURS * 60 * 60 * 1000)
    : null
}
