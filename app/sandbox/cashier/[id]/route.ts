import { gatewayRoute, seeOther } from '@/app/sandbox/sandbox-route'
import { language } from '@/lib/language'
import { findCashierTrade } from '@/lib/sandbox/trade/find-trade'
import { html } from '@/app/sandbox/pages/html'
import { requestOf } from '@/lib/sandbox/trade-request'
import { cashierPage, noTradePage } from '../cashier-page'
import { cashierWords } from '../cashier-words'
import { loginForm } from '../login-form'
import { payForm } from '../pay-form'
import { slipOf } from '../cashier-step'
import { tradeSummary } from '../trade-summary'

/** The cashier, in two steps: log in, which creates the trade, then confirm and pay. */
export const GET = gatewayRoute<{ id: string }>(async (request, { id }) => {
  const spoken = await language()
  const words = cashierWords[spoken]
  const trade = await findCashierTrade(id)
  if (!trade) return noTradePage(spoken)
  if (trade.gmtPayment) return seeOther(`/sandbox/cashier/${id}/paid`)
  const step = STEPS[trade.tradeStatus ?? 'none']
  const slip = slipOf(request)
  const main = html`<div class="two">
    ${tradeSummary(trade, spoken)}
    <div class="stack">
      ${slip && html`<p class="note" role="alert">${words.slips[slip]}</p>`}
      ${step === 'login' && loginForm(id, requestOf(trade).buyer_email, spoken)}
      ${step === 'pay' && payForm(trade, spoken)} ${!step && html`<p class="card">${words.closed}</p>`}
    </div>
  </div>`
  return cashierPage({ language: spoken, step, main })
})

const STEPS: Record<string, 'login' | 'pay'> = { none: 'login', WAIT_BUYER_PAY: 'pay' }
