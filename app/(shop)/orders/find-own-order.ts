import { cache } from 'react'
import { findBuyersOrder, type FullOrder } from '@/lib/orders/find-orders'
import { currentBuyer } from '../account/current-buyer'

/** An order of this browser's buyer; null for any other. Read once for a page and its title. */
export const findOwnOrder = cache(async (orderNo: string): Promise<FullOrder | null> => {
  const buyerId = await currentBuyer()
  return buyerId ? findBuyersOrder(buyerId, orderNo) : null
})
