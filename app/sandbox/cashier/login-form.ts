import type { Language } from '@/lib/dictionary'
import { html } from '@/app/sandbox/pages/html'
import { TEST_BUYER, TEST_PASSWORD } from '@/lib/sandbox/trade/cashier-steps'
import { BANKS } from './banks'
import { cashierWords } from './cashier-words'
import { choice } from './choice'

/** The forms of step one: log in by an account, or by one of the banks. */
export function loginForm(id: string, buyerEmail: string | undefined, language: Language) {
  const words = cashierWords[language]
  const action = `/sandbox/cashier/${id}/login`
  const banks = BANKS.map((bank) => ({ value: bank.en, text: bank[language] }))
  const button = (text: string) => html`<button class="pay">${text}</button>`
  return html`<form class="card" action="${action}" method="post">
      <h2>${words.byAccount}</h2>
      <p>
        <label>
          ${words.account}
          <input name="account" required maxlength="100" value="${buyerEmail ?? TEST_BUYER}" />
        </label>
      </p>
      <p>
        <label>
          ${words.password}
          <input name="password" type="password" required value="${TEST_PASSWORD}" />
        </label>
      </p>
      <p class="hint">${words.testBuyer}</p>
      ${button(words.logIn)}
    </form>
    <details class="card">
      <summary>${words.byBank}</summary>
      <form action="${action}" method="post">
        ${choice(words.chooseBank, 'bank', banks, 'banks')}
        <p>
          <label>
            ${words.newAccount}
            <input name="account" required maxlength="100" value="13800138000" />
          </label>
        </p>
        <p class="hint">${words.becomesAccount}</p>
        ${button(words.next)}
      </form>
    </details>`
}
