import { gatewayRoute, seeOther } from '@/app/sandbox/sandbox-route'
import { formatYuan } from '@/lib/alipay/money'
import { language } from '@/lib/language'
import { findCashierTrade } from '@/lib/sandbox/trade/find-trade'
import { html } from '@/app/sandbox/pages/html'
import { cashierPage, noTradePage } from '../../cashier-page'
import { cashierWords } from '../../cashier-words'

const REDIRECT_SECONDS = 3

/** The page after paying (docs/spec.md T4.3a): a link back to the shop, with an automatic redirect unless the buyer stays. */
export const GET = gatewayRoute<{ id: string }>(async (request, { id }) => {
  const spoken = await language()
  const words = cashierWords[spoken]
  const trade = await findCashierTrade(id)
  if (!trade) return noTradePage(spoken)
  if (!trade.gmtPayment) return seeOther(`/sandbox/cashier/${id}`)
  const wayBack = trade.returns[0]?.url
  const goesBack = wayBack && !new URL(request.url).searchParams.has('stay')
  const main = html`<section class="card one">
    <h1 class="done">
      ${words.paid} <span class="price">${formatYuan(trade.totalFen)}</span> ${words.afterPaid}
    </h1>
    <p>
      ${goesBack && words.backSoon(REDIRECT_SECONDS)}
      ${wayBack ? html`<a href="${wayBack}">${words.back}</a>` : words.noWayBack}
    </p>
    ${goesBack && html`<p class="small"><a href="?stay">${words.stay}</a></p>`}
    <p class="hint">
      ${trade.instant ? words.paidOut : words.keptByGateway}<br />
      ${words.tradeNo} ${trade.tradeNo}
    </p>
  </section>`
  const refresh = goesBack && { refresh: `${REDIRECT_SECONDS}; url=${new URL(wayBack).href}` }
  return cashierPage({ language: spoken, step: 'paid', main, headers: { ...refresh } })
})
