import { requireMerchant } from '@/app/merchant/require-merchant'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { beijingDay, beijingMidnight } from '@/lib/alipay/beijing-time'
import { countLowStock } from '@/lib/catalog/search-products'
import { LOCALES } from '@/lib/dictionary'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { changedSellerEmail } from '@/lib/messages/changed-seller-email'
import { listRefusedPayments } from '@/lib/messages/refused-payments'
import { countRefused } from '@/lib/messages/search-log'
import { paidPerDay } from '@/lib/orders/paid-per-day'
import { salesToday } from '@/lib/orders/sales-today'
import { countFound, type OrderFilter, searchOrders } from '@/lib/orders/search-orders'
import { ageInWords } from './age'
import { waitsSince } from './orders/next-action'
import { PaidChart, readChart } from './paid-chart'
import { RefusedPayments } from './refused-payments'
import { SalesToday } from './sales-today'
import { type ToDo, ToDoList } from './to-do-list'
import { todayWords } from './today-words'

export const generateMetadata = pageTitle(todayWords, 'title')

const LOG_DAYS = 7
/** How many orders of a kind stand on the first page. */
const FEW = 3

/** The start page: today's sales, what is to do, and the sales of the last days. */
export default async function TodayPage({ searchParams }: PageProps<'/merchant'>) {
  await requireMerchant()
  const spoken = await language()
  const words = todayWords[spoken]
  const chart = readChart(await searchParams)
  const now = new Date()
  const logStart = beijingMidnight(now, LOG_DAYS - 1)
  const { alipay } = env()
  const [days, sales, toShip, refunds, prices, paidLate, refused, lowStock, payments, sellerEmail] =
    await Promise.all([
      paidPerDay(now, 2 * chart.days),
      salesToday(now),
      firstOf('to_ship'),
      firstOf('refund'),
      firstOf('price'),
      firstOf('paid_late'),
      countRefused(logStart),
      countLowStock(),
      listRefusedPayments(),
      alipay.kind === 'partner' ? changedSellerEmail(alipay) : null,
    ])
  const path = '/merchant/orders?sort=oldest&filter='
  const oldestOf = ({ orders: [first] }: Awaited<ReturnType<typeof firstOf>>) => {
    const since = first && waitsSince(first)
    return since && words.oldest(ageInWords(since, now, spoken, true))
  }
  const more = { link: words.seeAll }
  const toDo: ToDo[] = [
    {
      ...{ label: words.toShip, ...toShip, hint: oldestOf(toShip) },
      ...{ href: `${path}to_ship`, link: words.shipMany, isFirst: true },
    },
    { label: words.refunds, ...refunds, hint: oldestOf(refunds), href: `${path}refund`, ...more },
    { label: words.prices, ...prices, hint: words.pricesHint, href: `${path}price`, ...more },
    { label: words.paidLate, ...paidLate, hint: words.paidLateHint, href: `${path}paid_late`, ...more },
    {
      ...{ label: words.refusedPayments, count: payments.length, hint: words.refusedPaymentsHint },
      ...{ href: '#refused-payments', link: words.see },
    },
    {
      ...{ label: words.lowStock, count: lowStock, hint: words.lowStockHint },
      ...{ href: '/merchant/products?filter=low', link: words.see },
    },
    {
      ...{ label: words.refused(LOG_DAYS), count: refused, hint: words.refusedHint },
      ...{ href: `/merchant/log?verdict=refused&from=${beijingDay(logStart)}T00:00`, link: words.see },
    },
  ]
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h1>{words.title}</h1>
        <p className="text-sm text-muted">{inFull(now, LOCALES[spoken])}</p>
      </div>
      <SalesToday {...sales} />
      <ToDoList toDo={toDo} now={now} />
      <RefusedPayments payments={payments} />
      {sellerEmail && alipay.kind === 'partner' && (
        <FlashNote tone="wait" className="mt-4">
          {words.sellerEmailChanged(sellerEmail, alipay.sellerEmail)}
        </FlashNote>
      )}
      <PaidChart days={days} chart={chart} />
    </>
  )
}

/** How many orders a filter has, and the oldest of them; none are looked for among all orders where there are none. */
async function firstOf(filter: OrderFilter) {
  const count = await countFound(filter)
  if (count === 0) return { count, orders: [] }
  const { rows: orders } = await searchOrders({ filter, text: '', sort: 'oldest' }, undefined, FEW)
  return { count, orders }
}

const inFull = (moment: Date, locale: string) =>
  new Intl.DateTimeFormat(locale, { timeZone: 'Asia/Shanghai', dateStyle: 'full' }).format(moment)
