import Link from 'next/link'
import { badgeState, OrderBadge } from '@/app/ui/order-badge'
import { beijing, yuan } from '@/app/ui/format'
import { language } from '@/lib/language'
import { shippedTo } from '@/lib/orders/shipped-to'
import type { ListedOrder } from '@/lib/orders/search-orders'
import { ageInWords, isLate } from '../age'
import { ItemTitle } from '../item-title'
import { Thumb } from '../thumb'
import { ChooseAll } from './choose-all'
import { nextAction, waitsSince } from './next-action'
import { orderListWords } from './order-list-words'

/** A page of orders as a table, from which some are chosen; on a phone each row is a small card (office.css). */
export async function OrderTable({ orders, now }: { orders: ListedOrder[]; now: Date }) {
  const spoken = await language()
  const words = orderListWords[spoken]
  const { heads } = words
  return (
    <form className="picker">
      <div className="card mt-4 overflow-clip">
        <table className="order-table">
          <caption className="sr-only">{words.found}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="sr-only">{heads.choose}</span>
                <ChooseAll label={words.chooseAll} />
              </th>
              <th scope="col">{heads.goods}</th>
              <th scope="col">{heads.buyer}</th>
              <th scope="col" className="amount">
                {heads.amount}
              </th>
              <th scope="col">{heads.state}</th>
              <th scope="col">{heads.age}</th>
              <th scope="col">
                <span className="sr-only">{heads.action}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {orders.map((order) => (
              <OrderRow key={order.id} order={order} now={now} />
            ))}
          </tbody>
        </table>
      </div>
      <div role="region" aria-label={words.bulk} className="bulk">
        <span>
          {words.chosen[0]}
          <span className="count figures" />
          {words.chosen[1]}
        </span>
        <button formAction="/merchant/orders/ship">{words.shipMany}</button>
        <button formAction="/merchant/orders/slips">{words.printSlips}</button>
        <button type="reset">{words.chooseNone}</button>
      </div>
    </form>
  )
}

async function OrderRow({ order, now }: { order: ListedOrder; now: Date }) {
  const spoken = await language()
  const words = orderListWords[spoken]
  const path = `/merchant/orders/${order.orderNo}`
  const [first, ...others] = order.items
  const name = shippedTo(order).receiver?.receiveName
  const waiting = waitsSince(order)
  const since = waiting ?? order.createdAt
  const isWaitingLong = waiting !== undefined && isLate(waiting, now)
  return (
    <tr>
      <td className="choose">
        <label className="-m-2 inline-grid size-9 place-items-center">
          <input
            type="checkbox"
            name="no"
            value={order.orderNo}
            aria-label={words.choose(order.orderNo)}
            className="size-4.5"
          />
        </label>
      </td>
      <td className="goods">
        <div className="flex items-center gap-3">
          <Thumb picture={first?.product?.picture} name={first?.name ?? order.subject} />
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <Link href={path} prefetch={false} className="font-medium hover:text-accent hover:underline">
              {first ? (
                <ItemTitle item={first} language={spoken} />
              ) : (
                <span translate="no">{order.subject}</span>
              )}
            </Link>{' '}
            {others.length > 0 && (
              <span className="text-sm whitespace-nowrap text-muted">
                {words.more(order.items.reduce((sum, { quantity }) => sum + quantity, 0))}
              </span>
            )}
            <span className="number figures text-tiny text-muted">{order.orderNo}</span>
          </div>
        </div>
      </td>
      <td className="buyer [overflow-wrap:anywhere]" translate="no">
        {name}
        {order.buyerEmail && <span className="block text-tiny text-muted">{order.buyerEmail}</span>}
      </td>
      <td className={`amount figures ${order.paidAt ? '' : 'text-muted'}`}>
        {yuan(order.paidFen ?? order.agreedFen ?? order.totalFen)}
      </td>
      <td className="state">
        <OrderBadge order={order} />
      </td>
      <td className="age whitespace-nowrap">
        <time
          dateTime={since.toISOString()}
          title={beijing(since, spoken)}
          className={isWaitingLong ? 'font-medium text-warn' : 'text-muted'}
        >
          {ageInWords(since, now, spoken, waiting !== undefined)}
        </time>
      </td>
      <td className="act">
        <RowAction order={order} path={path} />
      </td>
    </tr>
  )
}

/** Leads to where it is done. */
async function RowAction({ order, path }: { order: ListedOrder; path: string }) {
  const words = orderListWords[await language()]
  const action = nextAction(order, badgeState(order))
  if (!action)
    return (
      <Link href={path} prefetch={false} className="inline-block py-1.5 text-sm text-muted hover:text-ink">
        {words.details}
      </Link>
    )
  const look = action === 'ship' ? 'button' : 'button-plain'
  return (
    <Link href={`${path}#${action}`} prefetch={false} className={`${look} button-small whitespace-nowrap`}>
      {words.actions[action]}
    </Link>
  )
}
