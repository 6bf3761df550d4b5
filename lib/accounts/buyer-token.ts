import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { cookieSecret } from './secret'

/** Seconds: a guest's orders can be seen for a year. */
export const BUYER_COOKIE_AGE = 365 * 24 * 60 * 60

/**
 * A token for a new guest: a buyer id and its signature. The same `secret`, which only the guest's browser knows, gives the
 * same buyer, so that a form sent twice before there is a cookie belongs to one buyer.
 */
export async function newBuyerToken(
  secret: string = randomUUID(),
): Promise<{ buyerId: string; token: string }> {
  const buyerId = createHash('sha256').update(secret).digest('base64url')
  return { buyerId, token: `${buyerId}.${await sign(buyerId)}` }
}

/** The buyer id in a token, or undefined if its signature is not ours. */
export async function buyerOf(token: string | undefined): Promise<string | undefined> {
  const [buyerId, signature] = token?.split('.') ?? []
  if (!buyerId || !signature) return undefined
  const expected = Buffer.from(await sign(buyerId))
  const received = Buffer.from(signature)
  return received.length === expected.length && timingSafeEqual(received, expected) ? buyerId : undefined
}

async function sign(buyerId: string) {
  return createHmac('sha256', await cookieSecret())
    .update(buyerId)
    .digest('base64url')
}
