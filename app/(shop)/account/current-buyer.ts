import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { BUYER_COOKIE_AGE, buyerOf, newBuyerToken } from '@/lib/accounts/buyer-token'
import { type Visitor, visitorOf } from '@/lib/accounts/session'
import { hostCookie } from '@/lib/host-cookie'

const currentVisitor = cache(async () => visitorOf(await headers()))

/** The buyer whose orders and cart this browser shows: the signed-in account's, or else the guest's, if any. */
export const currentBuyer = cache(
  async (): Promise<string | undefined> => (await currentVisitor())?.buyerId ?? currentGuest(),
)

/** The signed-in account of a buyer, which has an address book; the merchant is a guest in the shop. */
export async function currentAccount(): Promise<Visitor | undefined> {
  const visitor = await currentVisitor()
  return visitor?.buyerId ? visitor : undefined
}

/**
 * The buyer of this browser, or a new guest. The same idempotency key (`formId`) makes the same guest. For route handlers
 * only, which may set cookies.
 */
export async function currentOrNewBuyer(formId?: string): Promise<string> {
  const known = await currentBuyer()
  if (known) return known
  const { buyerId, token } = await newBuyerToken(formId)
  const store = await cookies()
  store.set({ ...guestCookie(), value: token, maxAge: BUYER_COOKIE_AGE })
  return buyerId
}

/** The guest of this browser's cookie, whether or not an account is signed in. */
export async function currentGuest(): Promise<string | undefined> {
  return buyerOf((await cookies()).get(guestCookie().name)?.value)
}

/** Clears the guest cookie. */
export async function forgetGuest() {
  const store = await cookies()
  store.delete(guestCookie())
}

const guestCookie = () => hostCookie('buyer')
