import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { readForm, refuseTooBig } from '@/lib/read-form'
import { accessOf, controlCookie, isToken, TOKEN_PAGE } from '@/lib/sandbox/control-access'
import { gatewayPage } from '@/app/sandbox/pages/gateway-page'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'
import { type Html, html } from '@/app/sandbox/pages/html'
import { formRoute, gatewayRoute, seeOther } from '../sandbox-route'

/** The page that asks for the token, or says that the console is not at this host. */
export const GET = gatewayRoute(async (request) => {
  const access = accessOf(request.headers)
  if (access === 'granted') return seeOther('/sandbox/console')
  const spoken = await language()
  return access === 'no-token' ? tokenPage(spoken, false) : notHere(spoken)
})

/** Exchanges the token for a signed cookie. */
export const POST = formRoute(async (request) => {
  const spoken = await language()
  if (accessOf(request.headers) === 'foreign-host') return notHere(spoken)
  const form = await readForm(request)
  if (!form) return refuseTooBig()
  if (!isToken(String(form.get('token') ?? '').trim())) return tokenPage(spoken, true)
  const response = seeOther('/sandbox/console')
  response.headers.set('set-cookie', controlCookie())
  return response
})

function tokenPage(spoken: Language, isWrong: boolean): Response {
  const words = gatewayWords[spoken]
  const form = html`<p>${words.tokenWhy}</p>
    ${isWrong && html`<p class="note" role="alert">${words.tokenWrong}</p>`}
    <form action="${TOKEN_PAGE}" method="post">
      <p>
        <label>${words.token}<input type="password" name="token" required autocomplete="off" /></label>
      </p>
      <button class="pay">${words.enter}</button>
    </form>`
  return page(spoken, 401, form)
}

const notHere = (spoken: Language) => page(spoken, 403, html`<p>${gatewayWords[spoken].foreignHost}</p>`)

function page(spoken: Language, status: number, content: Html): Response {
  const title = gatewayWords[spoken].tokenTitle
  const main = html`<section class="card one">
    <h1>${title}</h1>
    ${content}
  </section>`
  return gatewayPage({ language: spoken, title, main, canSwitch: true, status })
}
