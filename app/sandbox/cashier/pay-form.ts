import type { Language } from '@/lib/dictionary'
import { formatYuan } from '@/lib/alipay/money'
import type { FullTrade } from '@/lib/sandbox/trade/find-trade'
import { html } from '@/app/sandbox/pages/html'
import { requestOf } from '@/lib/sandbox/trade-request'
import { LOGISTICS_GROUPS } from '@/lib/sandbox/trade/cashier-steps'
import { cashierWords } from './cashier-words'
import { choice } from './choice'
import { logisticsInWords } from './trade-summary'

/** The form of step two: the payer, the choice of shipping and, for trade_create_by_buyer, of escrow or instant payment. */
export function payForm(trade: FullTrade, language: Language) {
  const words = cashierWords[language]
  const request = requestOf(trade)
  const logistics = LOGISTICS_GROUPS.flatMap((group) => {
    const text = logisticsInWords(request, group, language)
    return text ? [{ value: group, text }] : []
  })
  const total = formatYuan(trade.totalFen)
  return html`<form class="card" action="/sandbox/cashier/${trade.id}/pay" method="post">
    <h2>${words.pay}</h2>
    <p>${words.payer}<span translate="no">${trade.buyerEmail}</span></p>
    <p class="hint">${words.tradeNo} ${trade.tradeNo}</p>
    ${logistics.length > 1 && choice(words.chooseLogistics, 'logistics', logistics)}
    ${
      trade.service === 'trade_create_by_buyer' && // protocol.md 2.3
      choice(words.chooseWay, 'instant', [
        { value: 'false', text: words.escrow },
        { value: 'true', text: words.instant },
      ])
    }
    <input type="hidden" name="total_fee" value="${total}" />
    <p>
      ${logistics.length > 1 ? words.dueByFirst : words.due}<strong class="price">${total}</strong
      >${words.afterDue}
    </p>
    <button class="pay">${words.confirm}</button>
  </form>`
}
