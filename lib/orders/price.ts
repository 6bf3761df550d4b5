import { db } from '../db'

/**
 * The merchant accepts the price that the gateway told of (docs/protocol.md 6.5): a payment of it is right from now on,
 * also one that was refused as `bad_amount` and that the gateway sends again. `quotedFen` is the price he was shown;
 * answers whether it was still the one.
 */
export async function acceptPrice(orderNo: string, quotedFen: number): Promise<boolean> {
  return settle(orderNo, quotedFen, { agreedFen: quotedFen })
}

/** The merchant does not accept it: only the order's own total is right. Close the trade, or change the price back. */
export async function declinePrice(orderNo: string, quotedFen: number): Promise<boolean> {
  return settle(orderNo, quotedFen, {})
}

async function settle(orderNo: string, quotedFen: number, agreed: { agreedFen?: number }): Promise<boolean> {
  const data = { ...agreed, quotedFen: null, version: { increment: 1 } }
  const { count } = await db().order.updateMany({ where: { orderNo, quotedFen }, data })
  return count === 1
}
