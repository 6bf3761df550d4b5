import type { Language } from '@/lib/dictionary'
import { gatewayPage } from '@/app/sandbox/pages/gateway-page'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'
import { type Html, html } from '@/app/sandbox/pages/html'
import { cashierWords } from './cashier-words'

const STEPS = ['login', 'pay', 'paid'] as const

interface CashierPage {
  language: Language
  /** The buyer's present step; none where no step is possible. */
  step?: (typeof STEPS)[number]
  main: Html
  headers?: Record<string, string>
}

/** A page of the cashier, with the list of its steps. */
export function cashierPage({ language, step, main, headers }: CashierPage): Response {
  const words = cashierWords[language]
  const way = html`<ol class="steps" aria-label="${words.progress}">
    ${STEPS.map((each) => html`<li ${each === step && html`aria-current="step"`}>${words.steps[each]}</li>`)}
  </ol>`
  return gatewayPage({
    language,
    title: words.title,
    main: html`${step && way} ${main}`,
    canSwitch: true,
    headers,
  })
}

/** The page for an unknown trade; a reset of the sandbox deletes all trades. */
export function noTradePage(language: Language): Response {
  const words = gatewayWords[language]
  const main = html`<section class="card one">
    <h1>${words.notFound}</h1>
    <p>${words.notFoundWhy}</p>
    <p><a href="/sandbox/console">${words.allTrades}</a></p>
  </section>`
  return gatewayPage({ language, title: cashierWords[language].title, main, canSwitch: true, status: 404 })
}
