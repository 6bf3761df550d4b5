import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto'
import { hostCookie } from '../host-cookie'
import { cookieSecret } from './secret'

const YEAR_SECONDS = 365 * 24 * 60 * 60

/** One browser may be known for several accounts, such as the merchant's and a buyer's. */
const MOST_ACCOUNTS = 5

/**
 * The Set-Cookie value by which the request's browser proves later that it has signed in with this e-mail address before.
 * It grants no access: wrong passwords from a known browser are counted separately (attempts.ts).
 */
export async function knownBrowserCookie(email: string, headers: Headers): Promise<string> {
  const { id = randomUUID(), signatures } = tokenIn(headers)
  const own = await sign(id, email)
  const all = [own, ...signatures.filter((signature) => signature !== own)].slice(0, MOST_ACCOUNTS)
  const { name, secure } = hostCookie('known')
  const attributes = `Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
  return `${name}=${[id, ...all].join('.')}; ${attributes}`
}

/** The id of a browser that has signed in with this e-mail address before, or undefined. */
export async function browserKnownTo(email: string, headers: Headers): Promise<string | undefined> {
  const { id, signatures } = tokenIn(headers)
  if (id === undefined) return undefined
  const expected = Buffer.from(await sign(id, email))
  return signatures.some((signature) => timingSafeEqual(Buffer.from(signature), expected)) ? id : undefined
}

/** The browser's id and its signatures, one per address, unchecked. */
function tokenIn(headers: Headers): { id?: string; signatures: string[] } {
  const cookies = headers.get('cookie')?.split(/;\s*/) ?? []
  const start = `${hostCookie('known').name}=`
  const token = cookies.find((cookie) => cookie.startsWith(start))?.slice(start.length)
  if (token === undefined || !TOKEN.test(token)) return { signatures: [] }
  const [id, ...signatures] = token.split('.')
  return { id, signatures }
}

/** A UUID, and HMACs of SHA-256 in base64url. */
const TOKEN = /^[\da-f-]{36}(\.[\w-]{43}){1,5}$/

async function sign(id: string, email: string) {
  return createHmac('sha256', await cookieSecret())
    .update(JSON.stringify(['known browser', id, email.trim().toLowerCase()]))
    .digest('base64url')
}
