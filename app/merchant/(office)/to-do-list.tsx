import Link from 'next/link'
import { badgeState } from '@/app/ui/order-badge'
import { beijing, yuan } from '@/app/ui/format'
import { language, wordsIn } from '@/lib/language'
import { shippedTo } from '@/lib/orders/shipped-to'
import type { ListedOrder } from '@/lib/orders/search-orders'
import { ageInWords, isLate } from './age'
import { ItemTitle } from './item-title'
import { upToMost } from './list-links'
import { nextAction, waitsSince } from './orders/next-action'
import { orderListWords } from './orders/order-list-words'
import { Thumb } from './thumb'
import { todayWords } from './today-words'

export interface ToDo {
  label: string
  count: number
  hint?: string
  /** Where all of them are, and what is done there. */
  href: string
  link: string
  /** The link is the page's filled button. */
  isFirst?: boolean
  /** The first few of them. */
  orders?: ListedOrder[]
}

/** What waits for the merchant, with the orders themselves; what does not in one line. */
export async function ToDoList({ toDo, now }: { toDo: ToDo[]; now: Date }) {
  const words = await wordsIn(todayWords)
  const waiting = toDo.filter(({ count }) => count > 0)
  const none = toDo.filter(({ count }) => count === 0).map(({ label }) => label)
  return (
    <section aria-labelledby="to-do-title" className="mt-8">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="to-do-title">{words.toDo}</h2>
        <p className="text-tiny text-muted">
          {waiting.length === 0 ? words.nothingToDo : words.thingsToDo(waiting.length)}
        </p>
      </div>
      <div className="card mt-3 overflow-clip">
        {waiting.length > 0 && (
          <ul aria-label={words.toDo} className="divide-y divide-line">
            {waiting.map((one) => (
              <Waiting key={one.label} {...one} now={now} />
            ))}
          </ul>
        )}
        {none.length > 0 && (
          <p
            className={`bg-tile/55 px-4 py-3 text-sm text-muted sm:px-6 ${waiting.length > 0 ? 'border-t border-line' : ''}`}
          >
            {words.none(none)}
          </p>
        )}
      </div>
    </section>
  )
}

function Waiting({ label, count, hint, href, link, isFirst, orders = [], now }: ToDo & { now: Date }) {
  return (
    <li className="grid grid-cols-[2.25rem_minmax(0,1fr)_auto] items-center gap-x-3 gap-y-2 px-4 py-4 sm:grid-cols-[3.25rem_minmax(0,1fr)_auto] sm:gap-x-4 sm:px-6">
      <span className="figures text-2xl leading-none font-semibold text-warn sm:text-3xl">
        {upToMost(count)}
      </span>
      <div>
        <h3>{label}</h3>
        {hint && <p className="text-sm text-muted">{hint}</p>}
      </div>
      <Link
        href={href}
        prefetch={false}
        className={`${isFirst ? 'button' : 'button-plain'} button-small whitespace-nowrap`}
      >
        {link}
      </Link>
      {orders.length > 0 && (
        <ul aria-label={label} className="col-span-full grid gap-3 pt-2 sm:col-start-2">
          {orders.map((order) => (
            <WaitingOrder key={order.id} order={order} now={now} />
          ))}
        </ul>
      )}
    </li>
  )
}

async function WaitingOrder({ order, now }: { order: ListedOrder; now: Date }) {
  const spoken = await language()
  const words = orderListWords[spoken]
  const [first, ...others] = order.items
  const action = nextAction(order, badgeState(order))
  const waiting = waitsSince(order)
  const since = waiting ?? order.createdAt
  const name = shippedTo(order).receiver?.receiveName ?? order.buyerEmail
  const path = `/merchant/orders/${order.orderNo}`
  return (
    <li className="flex items-center gap-3 text-[0.9375rem] leading-normal">
      <Thumb picture={first?.product?.picture} name={first?.name ?? order.subject} />
      <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <Link href={path} prefetch={false} className="hover:text-accent hover:underline">
          {first ? <ItemTitle item={first} language={spoken} /> : <span translate="no">{order.subject}</span>}
        </Link>{' '}
        {others.length > 0 && (
          <span className="text-sm text-muted">
            {words.more(order.items.reduce((sum, { quantity }) => sum + quantity, 0))}
          </span>
        )}
        <span className="flex flex-wrap gap-x-3 text-tiny text-muted">
          {name && <span translate="no">{name}</span>}
          <span className="figures">{yuan(order.paidFen ?? order.agreedFen ?? order.totalFen)}</span>
          <time
            dateTime={since.toISOString()}
            title={beijing(since, spoken)}
            className={waiting && isLate(waiting, now) ? 'text-warn' : ''}
          >
            {ageInWords(since, now, spoken, waiting !== undefined)}
          </time>
        </span>
      </div>
      <Link
        href={action ? `${path}#${action}` : path}
        prefetch={false}
        className="button-plain button-small whitespace-nowrap"
      >
        {action ? words.actions[action] : words.details}
      </Link>
    </li>
  )
}
