import { MOST_WAYBILLS } from '@/lib/checkout/read-waybills'

/** The numbers of the orders that were chosen in the list, once each. */
export const chosenOrders = ({ no = [] }: Record<string, string | string[] | undefined>): string[] =>
  [...new Set([no].flat().filter((orderNo) => /^\w{1,64}$/.test(orderNo)))].slice(0, MOST_WAYBILLS)
