import { createHash } from 'node:crypto'
import { type Language, LANGUAGES, LOCALES } from '../../../lib/dictionary'
import { GATE_STYLE } from './gateway-style'
import { gateWords } from './gateway-words'
import { Html, html } from './html'

/** Nothing but the page's own style, and forms that go to the gateway: what a request brought with it is text. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(GATE_STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const STYLE = new Html(`<style>${GATE_STYLE}</style>`) // byte for byte as it was hashed

interface GatePage {
  language: Language
  title: string
  main: Html
  /** Whether the page is the same when its address is opened again, in another language. */
  canSwitch: boolean
  status?: number
  headers?: Record<string, string>
}

/** A page of the gateway, which is somebody else's site: one small file without scripts, for any browser of any age. */
export function gatePage({ language, title, main, canSwitch, status, headers }: GatePage): Response {
  const words = gateWords[language]
  const page = html`<!doctype html>
    <html lang="${LOCALES[language]}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="description" content="${words.notRealMoney}" />
        <title>${title}</title>
        ${STYLE}
      </head>
      <body>
        <header>
          <div class="in bar">
            <span class="seal" lang="zh-CN" aria-hidden="true">保</span>
            <strong>${words.gateway}</strong> <small>${words.notRealMoney}</small>
            <nav><a href="/sandbox/console">${words.console}</a>${canSwitch && languageSwitch(language)}</nav>
          </div>
        </header>
        <main class="in">${main}</main>
        <footer><p class="in">${words.independent}</p></footer>
      </body>
    </html> `
  return new Response(page.text, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy': POLICY,
      ...headers,
    },
  })
}

const languageSwitch = (current: Language) =>
  LANGUAGES.filter((other) => other !== current).map(
    (other) =>
      html`<form action="/sandbox/language" method="post">
        <button class="link" name="to" value="${other}" lang="${LOCALES[other]}">
          ${gateWords[current].otherLanguage}
        </button>
      </form>`,
  )
