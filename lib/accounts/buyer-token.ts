import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { cookieSecret } from './secret'

/** Seconds. A guest keeps his orders for a year. */
export const BUYER_COOKIE_AGE = 365 * 24 * 60 * 60

/**
 * A token for a new buyer: an id and its signature. The same buyer for the same `secret`, which nobody but his browser
 * knows: a form that is sent twice before there is a cookie is one buyer's.
 */
export async function newBuyerToken(
  secret: string = randomUUID(),
): Promise<{ buyerId: string; token: string }> {
  const buyerId = createHash('sha256').update(secret).digest('base64url')
  return { buyerId, token: `${buyerId}.${await sign(buyerId)}` }
}

/** The buyer that a token was made for, or undefined if it was not made here. */
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
