import { createHmac, timingSafeEqual } from 'node:crypto'
import { isLoopback } from './address-kind'
import { sandboxState } from './state'

/** The page that asks for the token. */
export const TOKEN_PAGE = '/sandbox/token'

const COOKIE = 'sandbox_control'
const VALID_SECONDS = 12 * 60 * 60

/**
 * Whether a request may use the console and the control API (threats.md 71). Only at the host of SHOP_URL or of this
 * machine, against DNS rebinding: a rebound page has its own name in Host. And only with the token, where there is one:
 * programs send it as `Authorization: Bearer`, the console exchanges it for a signed cookie.
 */
export function accessOf(headers: Pick<Headers, 'get'>): 'granted' | 'foreign-host' | 'no-token' {
  if (!isOwnHost(headers.get('host') ?? '')) return 'foreign-host'
  const { token } = sandboxState()
  if (token === undefined) return 'granted'
  const bearer = /^Bearer +(\S+)$/i.exec(headers.get('authorization') ?? '')?.[1]
  const cookie = new RegExp(`(?:^|; *)${COOKIE}=([^;]*)`).exec(headers.get('cookie') ?? '')?.[1]
  return isToken(bearer) || isSigned(cookie ?? '') ? 'granted' : 'no-token'
}

function isOwnHost(host: string): boolean {
  const { shopUrl = 'http://127.0.0.1' } = sandboxState()
  const { protocol, host: shopHost } = new URL(shopUrl)
  if (!/^[\w.:[\]-]+$/.test(host) || !URL.canParse(`${protocol}//${host}`)) return false
  const own = new URL(`${protocol}//${host}`)
  return (
    own.host === shopHost || own.hostname === 'localhost' || isLoopback(own.hostname.replace(/^\[|\]$/g, ''))
  )
}

/** Whether a text is the token that was printed at start. */
export function isToken(text: string | undefined): boolean {
  const { token } = sandboxState()
  return token !== undefined && text !== undefined && isSame(text, token)
}

/** A Set-Cookie value that stands for the token in a browser, for twelve hours or until the next start. */
export function controlCookie(): string {
  const expires = String(Math.floor(Date.now() / 1000) + VALID_SECONDS)
  const secure = sandboxState().shopUrl?.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${expires}.${signatureOf(expires)}; Path=/sandbox; Max-Age=${VALID_SECONDS}; HttpOnly; SameSite=Lax${secure}` // prettier-ignore
}

function isSigned(cookie: string): boolean {
  const [, expires = '', signature = ''] = /^(\d{1,12})\.([0-9a-f]{64})$/.exec(cookie) ?? []
  return expires !== '' && Number(expires) * 1000 > Date.now() && isSame(signature, signatureOf(expires))
}

const signatureOf = (expires: string) =>
  createHmac('sha256', sandboxState().token ?? '')
    .update(`console ${expires}`)
    .digest('hex')

/** Compares in constant time. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHmac('sha256', 'compare').update(text).digest()
  return timingSafeEqual(digest(a), digest(b))
}
