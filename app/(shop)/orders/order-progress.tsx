import { beijingMinute } from '@/app/ui/format'
import { Icon } from '@/app/ui/line-icon'
import { language } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import type { EventKind } from '@/lib/orders/transitions'
import { orderPageWords } from './order-page-words'

type ProgressedOrder = Pick<FullOrder, 'stage' | 'createdAt' | 'paidAt' | 'events'>

const STEPS = ['ordered', 'paid', 'shipped', 'received'] as const

/** How many of the four steps are done in a stage; a closed order stays where it was. */
const DONE: Readonly<Record<string, number>> = { unpaid: 1, paid: 2, shipped: 3, finished: 4 }

/** The four steps of every order with their times, the coming ones dashed. */
export async function OrderProgress({ order }: { order: ProgressedOrder }) {
  const spoken = await language()
  const words = orderPageWords[spoken]
  const { stage, createdAt, paidAt, events } = order
  const whenOf = (kind: EventKind) => events.find((event) => event.kind === kind)?.createdAt
  const times = [createdAt, whenOf('paid') ?? paidAt, whenOf('shipped'), whenOf('finished')]
  const closedAfter = paidAt ? (times[2] ? 3 : 2) : 1
  const done = DONE[stage] ?? closedAfter
  const isOver = stage === 'closed'
  return (
    <ol
      aria-label={words.orderProgress}
      className="mt-8 grid grid-cols-4 sm:grid-cols-[repeat(3,minmax(0,1fr))_minmax(min-content,auto)]"
    >
      {STEPS.map((step, index) => {
        const isDone = index < done
        const isNow = index === done && !isOver
        const at = times[index]
        return (
          <li
            key={step}
            aria-current={isNow ? 'step' : undefined}
            className={`group relative grid content-start justify-items-start gap-0.5 pr-2 leading-normal sm:pr-4 ${isDone || isNow ? '' : 'text-muted'}`}
          >
            <span
              className={`relative z-1 mb-2 grid size-6 place-items-center rounded-full border-2 ${
                isDone
                  ? 'border-accent bg-accent text-on-accent'
                  : isNow
                    ? 'border-accent bg-paper'
                    : 'border-field-line bg-paper'
              }`}
            >
              {isDone && <Icon name="check" className="size-3.5 stroke-3" />}
              {isNow && <span className="size-2.5 rounded-full bg-accent" />}
            </span>
            <span
              className={`absolute top-[0.6875rem] right-1.5 left-[1.875rem] border-t-2 group-last:hidden ${isDone && !(isOver && index === done - 1) ? 'border-accent' : 'border-dashed border-field-line/60'}`}
            />
            <span className={`text-sm sm:text-base ${isDone || isNow ? 'font-semibold' : ''}`}>
              {words.steps[step]}
            </span>
            {isDone && at && (
              <span className="text-tiny text-muted tabular-nums">{beijingMinute(at, spoken)}</span>
            )}
          </li>
        )
      })}
    </ol>
  )
}
