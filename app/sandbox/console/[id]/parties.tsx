import type { ReactNode } from 'react'
import { GATE_BUTTON, GATE_BUTTON_SMALL, GATE_FIELD } from '@/app/sandbox/gate-button'
import { formatYuan } from '@/lib/alipay/money'
import type { FullTrade } from '@/lib/sandbox/find-trade'
import { isAllowed, isBy, LIFE_ACTIONS, type LifeAction } from '@/lib/sandbox/trade-life'
import { REFUND_WORDS, TRADE_WORDS, TRANSPORT_WORDS } from '../console-words'

type Party = 'buyer' | 'seller'

/** What the buyer sees and can do, each by the same control API as a program's. */
export function BuyerPanel({ trade }: { trade: FullTrade }) {
  const mayPay = trade.tradeStatus === null || trade.tradeStatus === 'WAIT_BUYER_PAY'
  return (
    <PartyPanel party="buyer" title="买家" account={trade.buyerEmail ?? '还没有登录'} trade={trade}>
      {mayPay && (
        <a href={`/sandbox/cashier/${trade.id}`} className={GATE_BUTTON}>
          打开收银台
        </a>
      )}
    </PartyPanel>
  )
}

export function SellerPanel({ trade }: { trade: FullTrade }) {
  return <PartyPanel party="seller" title="卖家" account={`商户 ${trade.partner}`} trade={trade} />
}

interface PanelProps {
  party: Party
  title: string
  account: string
  trade: FullTrade
  children?: ReactNode
}

function PartyPanel({ party, title, account, trade, children }: PanelProps) {
  const actions = LIFE_ACTIONS.filter((action) => isBy(party, action) && isAllowed(action, trade))
  return (
    <section aria-label={title} className="border border-t-4 border-gate-line border-t-gate bg-gate-card p-5">
      <h2 className="font-semibold [overflow-wrap:anywhere] text-gate">
        {title} <span className="text-sm font-normal text-muted">{account}</span>
      </h2>
      <p className="mt-2">{TRADE_WORDS[trade.tradeStatus ?? 'none']?.[party]}</p>
      {trade.refundStatus && (
        <p className="mt-1">
          {REFUND_WORDS[trade.refundStatus]?.[party]}
          <span className="ml-1 tabular-nums">{formatYuan(refundAmount(trade))} 元</span>
          <span className="ml-1 text-sm text-muted">
            {trade.goodsReceived ? '（已收到货）' : '（没有收到货）'}
          </span>
        </p>
      )}
      <Shipment trade={trade} />
      <div className="mt-4 space-y-3">
        {children}
        {actions.map((action) => (
          <ActionForm key={action} action={action} trade={trade} />
        ))}
        {!children && actions.length === 0 && <p className="text-sm text-muted">现在没有可以做的事。</p>}
      </div>
    </section>
  )
}

const refundAmount = ({ refundStatus, refundedFen, refundFen, totalFen }: FullTrade) =>
  refundStatus === 'REFUND_SUCCESS' ? refundedFen : (refundFen ?? totalFen)

function Shipment({ trade: { transportType, logisticsName, invoiceNo } }: { trade: FullTrade }) {
  if (!transportType) return null
  const type = Object.entries(TRANSPORT_WORDS).find(([name]) => name === transportType)?.[1] ?? transportType
  return (
    <p className="mt-1 text-sm [overflow-wrap:anywhere] text-muted">
      发货方式：{[type, logisticsName, invoiceNo].filter(Boolean).join('，')}
    </p>
  )
}

const BUTTON_WORDS: Record<LifeAction, string> = {
  'change-price': '改价',
  close: '关闭交易',
  ship: '发货',
  extend: '延长收货时间 10 天',
  confirm: '确认收货',
  'refund-apply': '申请退款',
  'refund-agree': '同意退款',
  'refund-refuse': '拒绝退款',
  'refund-return-goods': '寄回货物',
  'refund-receive-goods': '确认收到退货',
  'refund-cancel': '取消退款',
}

function ActionForm({ action, trade }: { action: LifeAction; trade: FullTrade }) {
  const number = encodeURIComponent(trade.tradeNo ?? trade.outTradeNo)
  const isChange = action === 'refund-apply' && trade.refundStatus !== null
  return (
    <form
      action={`/sandbox/api/trades/${number}/${action}`}
      method="post"
      className="flex flex-wrap items-end gap-2"
    >
      <Fields action={action} trade={trade} />
      <button className={GATE_BUTTON_SMALL}>{isChange ? '修改退款申请' : BUTTON_WORDS[action]}</button>
    </form>
  )
}

/** What an action asks for. */
function Fields({ action, trade }: { action: LifeAction; trade: FullTrade }) {
  const totalYuan = formatYuan(trade.totalFen)
  switch (action) {
    case 'change-price':
      return <Field label="新的总价（元）" name="total_fee" defaultValue={totalYuan} required />
    case 'ship':
      return (
        <>
          <TransportField name="发货方式" types={['EXPRESS', 'EMS', 'POST', 'DIRECT']} />
          <Field label="物流公司" name="logistics_name" />
          <Field label="运单号" name="invoice_no" />
        </>
      )
    case 'refund-apply':
      return (
        <>
          <Field
            label="退款金额（元）"
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
              已收到货
            </label>
          )}
        </>
      )
    case 'refund-return-goods':
      return <TransportField name="寄回方式" types={['EXPRESS', 'EMS', 'POST']} />
    default:
      return null
  }
}

interface FieldProps {
  label: string
  name: string
  defaultValue?: string
  required?: boolean
}

const Field = ({ label, ...input }: FieldProps) => (
  <label className="w-32 text-sm">
    {label}
    <input {...input} maxLength={64} className={GATE_FIELD} />
  </label>
)

const TransportField = ({ name, types }: { name: string; types: (keyof typeof TRANSPORT_WORDS)[] }) => (
  <label className="w-32 text-sm">
    {name}
    <select name="transport_type" className={GATE_FIELD}>
      {types.map((type) => (
        <option key={type} value={type}>
          {TRANSPORT_WORDS[type]}
        </option>
      ))}
    </select>
  </label>
)
