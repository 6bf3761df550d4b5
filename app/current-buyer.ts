import { cookies } from 'next/headers'
import { BUYER_COOKIE, BUYER_COOKIE_AGE, buyerOf, newBuyerToken } from '@/lib/accounts/buyer-token'
import { env } from '@/lib/env'

/** The buyer of this browser, or undefined if it has not ordered yet. */
export async function currentBuyer(): Promise<string | undefined> {
  return buyerOf((await cookies()).get(BUYER_COOKIE)?.value)
}

/** The buyer of this browser, made one if need be. For handlers and actions, which may set cookies. */
export async function currentOrNewBuyer(): Promise<string> {
  const known = await currentBuyer()
  if (known) return known
  const { buyerId, token } = await newBuyerToken()
  const secure = env().shopUrl.startsWith('https:')
  // lax: the gateway sends the buyer back by a link
  const options = { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: BUYER_COOKIE_AGE } as const
  ;(await cookies()).set(BUYER_COOKIE, token, options)
  return buyerId
}
