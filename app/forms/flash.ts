import { randomBytes } from 'node:crypto'
import { cookies } from 'next/headers'
import type { z } from 'zod'
import { FLASH_SECONDS, findFlash, saveFlash } from '@/lib/flash'
import { hostCookie } from '@/lib/host-cookie'
import { seeOther } from '@/lib/see-other'

/** The address parameter that tells the kept forms of several tabs apart. */
const TYPED = 'typed'

/** Longer than any valid value. */
const KEPT_CHARACTERS = 1_000
export const kept = (text: string) => text.slice(0, KEPT_CHARACTERS).toWellFormed()

/**
 * 303 back to the page of a refused form, which reads `value` by readFlash. What was typed is in no address, log or history:
 * the address holds a random key, which is worthless without this browser's cookie.
 */
export async function again(path: string, value: unknown): Promise<Response> {
  const store = await cookies()
  const secret = store.get(flashCookie().name)?.value || randomBytes(24).toString('base64url')
  const key = randomBytes(6).toString('base64url')
  await saveFlash(secret, key, value)
  store.set({ ...flashCookie(), value: secret, maxAge: FLASH_SECONDS })
  const page = new URL(path, 'http://shop.invalid')
  page.searchParams.set(TYPED, key)
  return seeOther(page.pathname + page.search + page.hash)
}

/** The value that `again` kept for this page, if it was this browser's. */
export async function readFlash<T>(
  query: Record<string, string | string[] | undefined>,
  schema: z.ZodType<T>,
): Promise<T | undefined> {
  const key = query[TYPED]
  const secret = (await cookies()).get(flashCookie().name)?.value
  if (typeof key !== 'string' || !secret) return undefined
  return schema.safeParse(await findFlash(secret, key)).data
}

/** A Set-Cookie value that makes this browser's kept forms unreadable. */
export function forgottenFlash(): string {
  const { name, secure } = flashCookie()
  return `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

const flashCookie = () => hostCookie('flash')
