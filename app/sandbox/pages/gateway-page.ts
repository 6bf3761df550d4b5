import { createHash } from 'node:crypto'
import { type Language, LANGUAGES, LOCALES } from '../../../lib/dictionary'
import { GATEWAY_STYLE } from './gateway-style'
import { gatewayWords } from './gateway-words'
import { Html, html } from './html'

/** Allows the page's own style and forms to the gateway only: nothing that a request brought can load or run. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(GATEWAY_STYLE).digest('base64')}'`,
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ')

const STYLE = new Html(`<style>${GATEWAY_STYLE}</style>`) // must be byte for byte what was hashed

interface GatewayPage {
  language: Language
  title: string
  main: Html
  /** Whether the page has a language switch: only where its address, opened again, gives the same page. */
  canSwitch: boolean
  status?: number
  headers?: Record<string, string>
}

/** A page of the gateway: one small HTML file without scripts, for browsers of any age. */
export function gatewayPage({ language, title, main, canSwitch, status, headers }: GatewayPage): Response {
  const words = gatewayWords[language]
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
          ${gatewayWords[current].otherLanguage}
        </button>
      </form>`,
  )
