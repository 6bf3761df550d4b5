import Link from 'next/link'
import { Badge, type BadgeLook } from '@/app/ui/badge'
import { badgeState, badgeWords } from '@/app/ui/order-badge'
import type { LineCode, LineResult } from '@/lib/checkout/ship-many'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import type { ShippableOrder } from '@/lib/orders/find-orders'
import { shippedTo } from '@/lib/orders/shipped-to'
import { type LineLook, shipManyWords } from './ship-many-words'

const LOOKS: Record<LineLook, BadgeLook> = {
  ready: { tone: 'go', isHollow: true },
  done: { tone: 'go' },
  again: { tone: 'wait' },
  wrong: { tone: 'bad' },
}

export function lookOf(code: LineCode): LineLook {
  if (code === 'ready') return 'ready'
  if (code === 'shipped' || code === 'shipped_before') return 'done'
  return code === 'not_reached' || code === 'unclear' ? 'again' : 'wrong'
}

interface LineListProps {
  label: string
  lines: LineResult[]
  orders: Map<string, ShippableOrder>
}

/** What becomes of each line, or has, in words. */
export async function LineList({ label, lines, orders }: LineListProps) {
  const words = shipManyWords[await language()]
  return (
    <ol aria-label={label} className="card mt-3 divide-y divide-line">
      {lines.map((line) => (
        <li
          key={line.line}
          className="grid gap-x-5 gap-y-1 px-4 py-3 text-sm md:grid-cols-[4rem_minmax(0,1fr)_minmax(0,16rem)_8rem]"
        >
          <span className="text-muted">{words.line(line.line)}</span>
          <LineOrder line={line} order={orders.get(line.orderNo)} />
          <span className="[overflow-wrap:anywhere]" translate="no">
            {line.carrier} <span className="tabular-nums">{line.waybill}</span>
          </span>
          <span className="md:text-right">
            <Badge {...LOOKS[lookOf(line.code)]}>{words.looks[lookOf(line.code)]}</Badge>
          </span>
        </li>
      ))}
    </ol>
  )
}

async function LineOrder({ line, order }: { line: LineResult; order: ShippableOrder | undefined }) {
  const spoken = await language()
  const words = shipManyWords[spoken]
  const detail = line.code === 'not_shippable' && order ? badgeWords[spoken][badgeState(order)] : line.detail
  const said = words.codes[line.code](detail)
  const help = line.code === 'refused' ? ownGateway().errorHelp(line.detail)?.title[spoken] : undefined
  return (
    <div className="min-w-0 [overflow-wrap:anywhere]">
      {order ? (
        <>
          <Link
            href={`/merchant/orders/${order.orderNo}`}
            prefetch={false}
            className="link figures inline-block max-w-full truncate align-bottom"
          >
            {order.orderNo}
          </Link>
          <span className="block text-muted" translate="no">
            {[order.subject, shippedTo(order).receiver?.receiveName].filter(Boolean).join(' · ')}
          </span>
        </>
      ) : (
        <span translate="no">{line.orderNo}</span>
      )}
      {said && (
        <span className={`block ${lookOf(line.code) === 'wrong' ? 'text-bad' : 'text-muted'}`}>
          {said} {help}
        </span>
      )}
    </div>
  )
}
