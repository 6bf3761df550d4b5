import { db } from '../db'

/**
 * Gives an account the orders and the cart that a guest has, where he signs up or in; answers whether it takes any. Of a
 * kind of goods that is in both carts, what the guest put there last counts. Safe to repeat: afterwards the guest has
 * nothing. The caller knows the guest by his signed cookie, and the account by a password typed just now: a session alone
 * is not enough, for somebody else may have planted it.
 */
export function keepGuestsOrders(guestId: string, userId: string): Promise<boolean> {
  return db().$transaction(async (tx) => {
    // written to be locked: two sign-ins at once would lose what is in the cart
    const account = await tx.user.update({ where: { id: userId }, data: { updatedAt: new Date() } })
    const buyerId = account.buyerId
    if (!buyerId) return false
    await tx.order.updateMany({ where: { buyerId: guestId }, data: { buyerId } })
    const items = await tx.cartItem.findMany({ where: { buyerId: guestId } })
    const variantId = { in: items.map((item) => item.variantId) }
    await tx.cartItem.deleteMany({ where: { buyerId, variantId } })
    await tx.cartItem.updateMany({ where: { buyerId: guestId, variantId }, data: { buyerId } })
    return true
  })
}
