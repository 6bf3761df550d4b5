import type { Language } from '@/lib/dictionary'
import { formatYuan } from '@/lib/alipay/money'
import type { FullTrade } from '@/lib/sandbox/trade/find-trade'
import { html } from '@/app/sandbox/pages/html'
import { isOpen } from '@/lib/sandbox/merchants/methods'
import { requestOf, yuanIn } from '@/lib/sandbox/trade-request'
import { cashierWords } from './cashier-words'

/** One logistics group of the request in words; undefined where the request has none with this suffix. */
export function logisticsInWords(
  request: Readonly<Record<string, string>>,
  group: string,
  language: Language,
): string | undefined {
  const words = cashierWords[language]
  const type = request[`logistics_type${group}`]
  if (!type) return undefined
  const fee = yuanIn(request[`logistics_fee${group}`])
  const bearer = words.bearer[request[`logistics_payment${group}`] ?? ''] ?? ''
  return words.shipping(words.transport[type] ?? type, fee, bearer)
}

/** What the cashier shows of a trade (docs/spec.md T4.2b). */
export function tradeSummary(trade: FullTrade, language: Language) {
  const words = cashierWords[language]
  const request = requestOf(trade)
  const name = (text: string | undefined) => text && html`<span translate="no">${text}</span>`
  const about = [
    [words.merchant, name(request.seller_email ?? request.seller_id ?? trade.partner)],
    [words.subject, name(request.subject)],
    [words.body, name(request.body) ?? words.none],
  ] as const
  const parts = [
    [words.price, words.yuan(request.price ?? formatYuan(trade.totalFen))],
    [words.paymentType, words.purchase],
    [words.discount, yuanIn(request.discount)],
    [words.logistics, logisticsInWords(request, trade.logisticsGroup, language) ?? words.transport.DIRECT],
    [words.quantity, request.quantity ?? '1'],
  ] as const
  const rows = isOpen(trade.service) ? about : [...about, ...parts]
  return html`<section class="card" aria-labelledby="goods">
    <h1 id="goods">${words.goods}</h1>
    <dl>
      ${rows.map(
        ([title, value]) =>
          html`<dt>${title}</dt>
            <dd>${value}</dd> `,
      )}
    </dl>
    <dl class="total">
      <dt>${words.total}</dt>
      <dd class="price">${words.yuan(formatYuan(trade.totalFen))}</dd>
    </dl>
    ${
      isOpen(trade.service) &&
      request.quit_url &&
      html`<p class="small"><a href="${request.quit_url}">${words.quit}</a></p>`
    }
    ${request.show_url && html`<p class="small"><a href="${request.show_url}">${words.details}</a></p>`}
  </section>`
}
