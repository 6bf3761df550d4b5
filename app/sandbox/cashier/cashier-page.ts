import type { Language } from '@/lib/dictionary'
import { gatePage } from '@/app/sandbox/pages/gateway-page'
import { gateWords } from '@/app/sandbox/pages/gateway-words'
import { type Html, html } from '@/app/sandbox/pages/html'
import { cashierWords } from './cashier-words'

const STEPS = ['login', 'pay', 'paid'] as const

interface CashierPage {
  language: Language
  /** Where the buyer is; none, where he can go nowhere. */
  step?: (typeof STEPS)[number]
  main: Html
  headers?: Record<string, string>
}

/** A page of the cashier, with the buyer's way through it. */
export function cashierPage({ language, step, main, headers }: CashierPage): Response {
  const words = cashierWords[language]
  const way = html`<ol class="steps" aria-label="${words.progress}">
    ${STEPS.map((each) => html`<li ${each === step && html`aria-current="step"`}>${words.steps[each]}</li>`)}
  </ol>`
  return gatePage({
    language,
    title: words.title,
    main: html`${step && way} ${main}`,
    canSwitch: true,
    headers,
  })
}

/** What was not found is a trade, which a reset of the sandbox takes away. */
export function noTradePage(language: Language): Response {
  const words = gateWords[language]
  const main = html`<section class="card one">
    <h1>${words.notFound}</h1>
    <p>${words.notFoundWhy}</p>
    <p><a href="/sandbox/console">${words.allTrades}</a></p>
  </section>`
  return gatePage({ language, title: cashierWords[language].title, main, canSwitch: true, status: 404 })
}
