import type { ReactNode } from 'react'
import { beijing } from '@/app/ui/format'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isEventKind } from '@/lib/orders/transitions'
import { orderWords } from './order-words'

/** The events of an order, oldest first; the children stand below. */
export async function Progress({ events, children }: { events: FullOrder['events']; children?: ReactNode }) {
  const spoken = await language()
  const words = orderWords[spoken]
  return (
    <section aria-labelledby="progress-title">
      <h2 id="progress-title" className="text-lg font-medium">
        {words.progress}
      </h2>
      <ol className="mt-3">
        {events.map(({ kind, ref, createdAt }, index) => (
          <li
            key={`${kind} ${ref}`}
            className={`relative ml-1.5 border-l pb-4 pl-5 last:border-transparent last:pb-0 ${index === events.length - 1 ? '' : 'border-accent'}`}
          >
            <span className="absolute top-1.5 -left-[0.34rem] size-2.5 rounded-full bg-accent" />
            <p className="leading-snug">{isEventKind(kind) ? words.events[kind] : kind}</p>
            <p className="text-sm text-muted tabular-nums">{beijing(createdAt, spoken)}</p>
          </li>
        ))}
      </ol>
      {children}
    </section>
  )
}
