import { transaction } from '../db'

/**
 * Moves a guest's orders and cart to an account at sign-up or sign-in; false for an account that can have none. A variant in
 * both carts keeps the guest's quantity. Idempotent. The caller must know the guest by the signed cookie and the account by
 * a password typed just now: a session alone may have been planted (login CSRF).
 */
export function keepGuestsOrders(guestId: string, userId: string): Promise<boolean> {
  return transaction(async (tx) => {
    // locks the row: two sign-ins at once would lose goods of the cart
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
