import { env, isLoopback } from './env'
import type { Notice } from './notice-page'

/**
 * Whether a browser sent this from a page of another site (CSRF), or hides the site (`Origin: null`). Programs send no
 * Origin. Handlers that change something refuse such requests (docs/threats.md 69).
 *
 * The shop's own origin is that of SHOP_URL, not the Host that a proxy passes on. An Origin equal to the request's Host is
 * accepted too if it is the shop under another port or, on this machine, under another loopback name. Under any other name
 * it proves nothing: with DNS rebinding both are equal.
 */
export function isForeign(
  request: { headers: Pick<Headers, 'get'> },
  shopUrl: string = env().shopUrl,
): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return false
  if (!URL.canParse(origin)) return true
  const [from, shop] = [new URL(origin), new URL(shopUrl)] // both without the scheme's default port
  if (from.origin === shop.origin) return false
  const isShopsName =
    from.hostname === shop.hostname ? from.protocol === shop.protocol : isLoopback(from.hostname)
  const to = `${from.protocol}//${request.headers.get('host')}`
  return !isShopsName || !URL.canParse(to) || from.origin !== new URL(to).origin
}

/** What such a request is told: the form is on another site, or the shop was opened under another address. */
export function foreignNotice(): Notice {
  const href = `${env().shopUrl}/`
  return {
    status: 403,
    title: { zh: '没有提交', en: 'Nothing was sent' },
    text: {
      zh: `请从本店自己的页面提交。什么也没有改变。本店的网址是 ${href}（SHOP_URL）；从别的网址打开的页面不能提交。`,
      en: `Please send this from a page of this shop. Nothing was changed. The shop is at ${href} (SHOP_URL); a page opened at another address cannot send anything.`,
    },
    link: { href, zh: '打开本店', en: 'Open the shop' },
  }
}
