import type { ComponentProps, ReactNode } from 'react'
import { GATEWAY_BUTTON, GATEWAY_BUTTON_SMALL, GATEWAY_FIELD } from '@/app/sandbox/pages/gateway-button'
import type { LogisticsType } from '@/lib/alipay/logistics'
import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import { formatYuan } from '@/lib/alipay/money'
import { language, wordsIn } from '@/lib/language'
import { isOpen } from '@/lib/sandbox/merchants/methods'
import type { FullTrade } from '@/lib/sandbox/trade/find-trade'
import { isRefundable } from '@/lib/sandbox/trade/refund-trade'
import { isAllowed, isBy, TRADE_ACTIONS, type TradeAction } from '@/lib/sandbox/trade/trade-actions'
import { consoleWords } from '../console-words'
import { tradeWords } from '../trade-words'
import { ShopOrderLink } from './shop-order-link'

type Party = 'buyer' | 'seller'

/** The buyer's view of the trade, with forms for the control API. */
export async function BuyerPanel({ trade }: { trade: FullTrade }) {
  const words = await wordsIn(tradeWords)
  const mayPay = trade.tradeStatus === null || trade.tradeStatus === 'WAIT_BUYER_PAY'
  return (
    <PartyPanel party="buyer" account={trade.buyerEmail ?? words.notLoggedIn} trade={trade}>
      {mayPay && (
        <a href={`/sandbox/cashier/${trade.id}`} className={GATEWAY_BUTTON}>
          {words.openCashier}
        </a>
      )}
    </PartyPanel>
  )
}

export async function SellerPanel({ trade }: { trade: FullTrade }) {
  const { merchant } = await wordsIn(consoleWords)
  return (
    <PartyPanel party="seller" account={merchant(trade.partner)} trade={trade}>
      {isRefundable(trade) && <RefundForm trade={trade} />}
    </PartyPanel>
  )
}

/** The seller's refund of the open platform, by default of all that is left. */
async function RefundForm({ trade }: { trade: FullTrade }) {
  const words = await wordsIn(tradeWords)
  const rest = formatYuan(trade.totalFen - trade.refundedFen)
  return (
    <form
      action={`/sandbox/api/trades/${encodeURIComponent(trade.tradeNo ?? trade.outTradeNo)}/refund`}
      method="post"
      className="flex flex-wrap items-end gap-2"
    >
      <Field label={words.refundAmount} name="amount" defaultValue={rest} required />
      <Field label={words.refundNo} name="out_request_no" />
      <button className={GATEWAY_BUTTON_SMALL}>{words.refundSeller}</button>
    </form>
  )
}

/** The refunds of the open platform with their numbers. */
async function Refunds({ trade: { refunds, refundedFen } }: { trade: FullTrade }) {
  const spoken = await language()
  const words = tradeWords[spoken]
  if (refunds.length === 0) return null
  return (
    <div className="mt-1 text-sm [overflow-wrap:anywhere]">
      {words.refunds}
      {words.comma}
      {words.refundedInAll(formatYuan(refundedFen))}
      <ul className="text-muted">
        {refunds.map(({ requestNo, fen, at }) => (
          <li key={requestNo}>
            <span className="mr-2 tabular-nums">{formatBeijingTime(at)}</span>
            <span className="mr-2 tabular-nums">{consoleWords[spoken].yuan(formatYuan(fen))}</span>
            <code translate="no">{requestNo}</code>
          </li>
        ))}
      </ul>
    </div>
  )
}

interface PanelProps {
  party: Party
  account: string
  trade: FullTrade
  children?: ReactNode
}

async function PartyPanel({ party, account, trade, children }: PanelProps) {
  const spoken = await language()
  const words = tradeWords[spoken]
  const actions = TRADE_ACTIONS.filter((action) => isBy(party, action) && isAllowed(action, trade))
  return (
    <section
      aria-label={words[party]}
      className="border border-t-4 border-gate-line border-t-gate bg-gate-card p-5"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold [overflow-wrap:anywhere] text-gate">
          {words[party]} <span className="text-sm font-normal text-muted">{account}</span>
        </h2>
        <ShopOrderLink trade={trade} party={party} />
      </div>
      <p className="mt-2">
        {party === 'seller' && isOpen(trade.service) && trade.tradeStatus === 'WAIT_BUYER_PAY'
          ? words.waitForPayment
          : words.trade[trade.tradeStatus ?? 'none']?.[party]}
      </p>
      {trade.refundStatus && (
        <p className="mt-1">
          {words.refund[trade.refundStatus]?.[party]}
          <span className="block text-sm">
            <span className="mr-1 font-semibold text-gate-price tabular-nums">
              {consoleWords[spoken].yuan(formatYuan(refundAmount(trade)))}
            </span>
            <span className="text-muted">
              {trade.goodsReceived ? words.goodsReceived : words.goodsNotReceived}
            </span>
          </span>
        </p>
      )}
      {party === 'seller' && <Refunds trade={trade} />}
      <Shipment trade={trade} />
      <div className="mt-4 space-y-3">
        {children}
        {actions.map((action) => (
          <ActionForm key={action} action={action} trade={trade} />
        ))}
        {!children && actions.length === 0 && <p className="text-sm text-muted">{words.nothingToDo}</p>}
      </div>
    </section>
  )
}

const refundAmount = ({ refundStatus, refundedFen, refundFen, totalFen }: FullTrade) =>
  refundStatus === 'REFUND_SUCCESS' ? refundedFen : (refundFen ?? totalFen)

async function Shipment({ trade: { transportType, logisticsName, invoiceNo } }: { trade: FullTrade }) {
  const words = await wordsIn(tradeWords)
  if (!transportType) return null
  const type = words.transport[transportType] ?? transportType
  return (
    <p className="mt-1 text-sm [overflow-wrap:anywhere] text-muted">
      {words.shipment}
      <span translate="no">{[type, logisticsName, invoiceNo].filter(Boolean).join(words.comma)}</span>
    </p>
  )
}

async function ActionForm({ action, trade }: { action: TradeAction; trade: FullTrade }) {
  const number = encodeURIComponent(trade.tradeNo ?? trade.outTradeNo)
  const words = await wordsIn(tradeWords)
  const isChange = action === 'refund-apply' && trade.refundStatus !== null
  return (
    <form
      action={`/sandbox/api/trades/${number}/${action}`}
      method="post"
      className="flex flex-wrap items-end gap-2"
    >
      <Fields action={action} trade={trade} />
      <button className={GATEWAY_BUTTON_SMALL}>
        {isChange ? words.changeApplication : words.buttons[action]}
      </button>
    </form>
  )
}

/** The fields of an action's form. */
async function Fields({ action, trade }: { action: TradeAction; trade: FullTrade }) {
  const words = await wordsIn(tradeWords)
  const totalYuan = formatYuan(trade.totalFen)
  switch (action) {
    case 'change-price':
      return <Field label={words.newTotal} name="total_fee" defaultValue={totalYuan} required />
    case 'ship':
      return (
        <>
          <TransportField label={words.shippedBy} types={['EXPRESS', 'EMS', 'POST', 'DIRECT']} />
          <Field label={words.carrier} name="logistics_name" />
          <Field label={words.invoiceNo} name="invoice_no" />
        </>
      )
    case 'refund-apply':
      return (
        <>
          <Field
            label={words.refundAmount}
            name="amount"
            defaultValue={formatYuan(trade.refundFen ?? trade.totalFen)}
          />
          {trade.gmtSendGoods && (
            <label className="flex min-h-9 items-center gap-1.5 text-sm">
              <input
                type="checkbox"
                name="goods_received"
                value="true"
                defaultChecked={trade.goodsReceived}
              />
              {words.received}
            </label>
          )}
        </>
      )
    case 'refund-return-goods':
      return <TransportField label={words.sentBackBy} types={['EXPRESS', 'EMS', 'POST']} />
    default:
      return null
  }
}

const Field = ({ label, ...input }: ComponentProps<'input'> & { label: string }) => (
  <label className="w-32 text-sm">
    {label}
    <input {...input} maxLength={64} className={GATEWAY_FIELD} />
  </label>
)

async function TransportField({ label, types }: { label: string; types: LogisticsType[] }) {
  const { transport } = await wordsIn(tradeWords)
  return (
    <label className="w-32 text-sm">
      {label}
      <select name="transport_type" className={GATEWAY_FIELD}>
        {types.map((type) => (
          <option key={type} value={type}>
            {transport[type]}
          </option>
        ))}
      </select>
    </label>
  )
}
