import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { yuan } from '@/app/ui/format'
import { pageTitle } from '@/app/ui/page-title'
import { countLowStock } from '@/lib/catalog/search-products'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { changedSellerEmail } from '@/lib/messages/changed-seller-email'
import { listRefusedPayments } from '@/lib/messages/refused-payments'
import { countRefused } from '@/lib/messages/search-log'
import { beijingDay, beijingMidnight } from '@/lib/alipay/beijing-time'
import { paidPerDay } from '@/lib/orders/paid-per-day'
import { countFound } from '@/lib/orders/search-orders'
import { upToMost } from './list-links'
import { PaidChart } from './paid-chart'
import { RefusedPayments } from './refused-payments'
import { todayWords } from './today-words'

export const generateMetadata = pageTitle(todayWords, 'title')

const CHART_DAYS = 30
const LOG_DAYS = 7

/** The start page: what is to do, and today's sales. */
export default async function TodayPage() {
  await requireMerchant()
  const words = await wordsIn(todayWords)
  const now = new Date()
  const logStart = beijingMidnight(now, LOG_DAYS - 1)
  const { alipay } = env()
  const [days, ordered, toShip, refunds, prices, paidLate, refused, lowStock, payments, sellerEmail] =
    await Promise.all([
      paidPerDay(now, CHART_DAYS),
      countFound('ordered_today'),
      countFound('to_ship'),
      countFound('refund'),
      countFound('price'),
      countFound('paid_late'),
      countRefused(logStart),
      countLowStock(),
      listRefusedPayments(),
      alipay.kind === 'partner' ? changedSellerEmail(alipay) : null,
    ])
  const today = days.at(-1)
  const orders = '/merchant/orders?filter='
  const toDo: TileProps[] = [
    { href: `${orders}to_ship`, label: words.toShip, value: toShip },
    { href: `${orders}refund`, label: words.refunds, value: refunds },
    { href: `${orders}price`, label: words.prices, value: prices },
    { href: `${orders}paid_late`, label: words.paidLate, value: paidLate },
    { href: '#refused-payments', label: words.refusedPayments, value: payments.length },
    { href: '/merchant/products?filter=low', label: words.lowStock, value: lowStock },
    {
      href: `/merchant/log?verdict=refused&from=${beijingDay(logStart)}T00:00`,
      label: words.refused(LOG_DAYS),
      value: refused,
    },
  ]
  const waiting = toDo.filter(({ value }) => value !== 0).length
  return (
    <>
      <div className="flex flex-wrap items-baseline gap-x-3">
        <h1 className="text-2xl font-semibold">{words.title}</h1>
        <p className="text-muted tabular-nums">{beijingDay(now)}</p>
      </div>
      <div className="mt-6 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-lg font-medium">{words.toDo}</h2>
        <p className="text-muted">{waiting === 0 ? words.nothingToDo : words.thingsToDo(waiting)}</p>
      </div>
      <ul aria-label={words.toDo} className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
        {toDo.map((tile) => (
          <Tile key={tile.href} {...tile} isToDo />
        ))}
      </ul>
      <RefusedPayments payments={payments} />
      {sellerEmail && alipay.kind === 'partner' && (
        <p className="card mt-3 border-l-4 border-l-warn p-4">
          {words.sellerEmailChanged(sellerEmail, alipay.sellerEmail)}
        </p>
      )}
      <h2 className="mt-8 text-lg font-medium">{words.sales}</h2>
      <ul aria-label={words.sales} className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Tile href={`${orders}paid_today`} label={words.taken} value={yuan(today?.fen ?? 0)} isWide />
        <Tile href={`${orders}paid_today`} label={words.paid} value={today?.orders ?? 0} />
        <Tile href={`${orders}ordered_today`} label={words.ordered} value={ordered} />
      </ul>
      <PaidChart days={days} />
    </>
  )
}

interface TileProps {
  href: string
  label: string
  value: number | string
  /** Something to do if it is not 0. */
  isToDo?: boolean
  isWide?: boolean
}

/** A number that links to what it counts. */
function Tile({ href, label, value, isToDo, isWide }: TileProps) {
  const isWaiting = isToDo && value !== 0
  return (
    <li className={isWide ? 'col-span-2 sm:col-span-1' : ''}>
      <Link
        href={href}
        prefetch={false}
        className={`card flex h-full flex-col justify-between p-4 hover:border-accent ${isWaiting ? 'border-l-4 border-l-warn' : ''}`}
      >
        <span className={`text-sm ${isWaiting ? '' : 'text-muted'}`}>{label}</span>
        <span
          className={`mt-1 text-2xl tabular-nums ${value === 0 ? 'text-muted' : 'font-semibold'} ${isWaiting ? 'text-warn' : ''}`}
        >
          {typeof value === 'number' ? upToMost(value) : value}
        </span>
      </Link>
    </li>
  )
}
