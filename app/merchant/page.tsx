import type { Metadata } from 'next'
import Link from 'next/link'
import { yuan } from '@/app/ui/format'
import { countLowStock } from '@/lib/catalog/search-products'
import { beijingDay, beijingMidnight } from '@/lib/orders/beijing-day'
import { paidPerDay } from '@/lib/orders/paid-per-day'
import { countFound, MOST_COUNTED } from '@/lib/orders/search-orders'
import { countRefused } from '@/lib/payments/search-log'
import { MerchantFrame } from './merchant-frame'
import { PaidChart } from './paid-chart'
import { requireMerchant } from './require-merchant'

export const metadata: Metadata = { title: '今天' }

const CHART_DAYS = 30
const LOG_DAYS = 7

/** What a merchant wants to know in the morning: what came in, and what waits for him. */
export default async function TodayPage() {
  await requireMerchant()
  const now = new Date()
  const logStart = beijingMidnight(now, LOG_DAYS - 1)
  const [days, ordered, toShip, refunds, prices, paidLate, refused, lowStock] = await Promise.all([
    paidPerDay(now, CHART_DAYS),
    countFound('ordered_today'),
    countFound('to_ship'),
    countFound('refund'),
    countFound('price'),
    countFound('paid_late'),
    countRefused(logStart),
    countLowStock(),
  ])
  const today = days.at(-1)
  const orders = '/merchant/orders?filter='
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">
        今天 <span className="text-base font-normal text-muted tabular-nums">{beijingDay(now)}</span>
      </h1>
      <ul aria-label="今天" className="mt-4 grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Tile href={`${orders}paid_today`} label="今天收款" value={yuan(today?.fen ?? 0)} wide />
        <Tile href={`${orders}paid_today`} label="今天付款的订单" value={today?.orders ?? 0} />
        <Tile href={`${orders}ordered_today`} label="今天下的订单" value={ordered} />
      </ul>
      <h2 className="mt-8 text-lg font-medium">等您处理</h2>
      <ul aria-label="等您处理" className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Tile href={`${orders}to_ship`} label="待发货" value={toShip} todo />
        <Tile href={`${orders}refund`} label="退款待处理" value={refunds} todo />
        <Tile href={`${orders}price`} label="改价待定" value={prices} todo />
        <Tile href={`${orders}paid_late`} label="迟到的付款" value={paidLate} todo />
        <Tile href="/merchant/products?filter=low" label="快卖完的商品" value={lowStock} todo />
        <Tile
          href={`/merchant/log?verdict=refused&from=${beijingDay(logStart)}T00:00`}
          label={`${LOG_DAYS} 天里被拒绝的消息`}
          value={refused}
          todo
        />
      </ul>

      <PaidChart days={days} />
    </MerchantFrame>
  )
}

interface TileProps {
  href: string
  label: string
  value: number | string
  /** Something to be done where it is not 0. */
  todo?: boolean
  wide?: boolean
}

/** A number, and the way to what it counts. */
function Tile({ href, label, value, todo, wide }: TileProps) {
  const shown = typeof value === 'number' && value > MOST_COUNTED ? `${MOST_COUNTED}+` : value
  return (
    <li className={wide ? 'col-span-2 sm:col-span-1' : ''}>
      <Link
        href={href}
        prefetch={false}
        className={`card flex h-full flex-col p-4 hover:border-accent ${todo && value !== 0 ? 'border-l-4 border-l-warn' : ''}`}
      >
        <span className="text-sm text-muted">{label}</span>
        <span className={`mt-1 text-2xl font-semibold tabular-nums ${value === 0 ? 'text-muted' : ''}`}>
          {shown}
        </span>
      </Link>
    </li>
  )
}
