import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { env } from '../env'
import { cookieSecret } from './secret'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** By its name browsers let only this very host set the cookie, and only over https. */
const cookieName = () => (isSecure() ? '__Host-known' : 'known')
const isSecure = () => env().shopUrl.startsWith('https:')

/**
 * The Set-Cookie value by which a browser proves later that somebody signed in here with this e-mail address before. It
 * opens nothing: wrong passwords from it are counted apart from those of strangers (attempts.ts).
 */
export async function knownBrowserCookie(email: string): Promise<string> {
  const id = randomUUID()
  const attributes = `Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${isSecure() ? '; Secure' : ''}`
  return `${cookieName()}=${id}.${await sign(id, email)}; ${attributes}`
}

/** The id of a browser that has signed in with this e-mail address before, by the cookies of its request. */
export async function browserKnownTo(email: string, headers: Headers): Promise<string | undefined> {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
  const token = cookies.find((cookie) => cookie.startsWith(`${cookieName()}=`))
  const [id, signature] = token?.slice(cookieName().length + 1).split('.') ?? []
  if (!id || !signature) return undefined
  const expected = Buffer.from(await sign(id, email))
  const received = Buffer.from(signature)
  return received.length === expected.length && timingSafeEqual(received, expected) ? id : undefined
}

async function sign(id: string, email: string) {
  return createHmac('sha256', await cookieSecret())
    .update(JSON.stringify(['known browser', id, email.trim().toLowerCase()]))
    .digest('base64url')
}
