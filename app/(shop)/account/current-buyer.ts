import { cookies, headers } from 'next/headers'
import { cache } from 'react'
import { BUYER_COOKIE_AGE, buyerOf, newBuyerToken } from '@/lib/accounts/buyer-token'
import { visitorOf } from '@/lib/accounts/session'
import { env } from '@/lib/env'

/** Whose orders and cart this browser shows: those of the account that is signed in, or else of the guest, if any. */
export const currentBuyer = cache(async (): Promise<string | undefined> => {
  const visitor = await visitorOf(await headers())
  return visitor?.buyerId ?? currentGuest()
})

/**
 * The buyer of this browser, made one if need be, by the id of the form that is sent, if it has one. For handlers and
 * actions, which may set cookies.
 */
export async function currentOrNewBuyer(formId?: string): Promise<string> {
  const known = await currentBuyer()
  if (known) return known
  const { buyerId, token } = await newBuyerToken(formId)
  const { name, ...options } = guestCookie()
  ;(await cookies()).set(name, token, { ...options, maxAge: BUYER_COOKIE_AGE })
  return buyerId
}

/** The guest that this browser was before anybody signed in, if it has ordered. */
export async function currentGuest(): Promise<string | undefined> {
  return buyerOf((await cookies()).get(guestCookie().name)?.value)
}

/** Makes the browser nobody's again: its next guest is a new one. */
export async function forgetGuest() {
  const { name, ...options } = guestCookie()
  ;(await cookies()).set(name, '', { ...options, maxAge: 0 })
}

/** By its name browsers let only this very host set the cookie, and only over https. */
function guestCookie() {
  const secure = env().shopUrl.startsWith('https:')
  // lax: the gateway sends the buyer back by a link
  return {
    name: secure ? '__Host-buyer' : 'buyer',
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
  } as const
}
