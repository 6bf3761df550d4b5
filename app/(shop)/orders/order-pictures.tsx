import type { ReactNode } from 'react'
import { language, wordsIn } from '@/lib/language'
import { listMoves } from '@/lib/messages/message-log'
import { traceOf } from '@/lib/messages/trace'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isOpen } from '@/lib/orders/transitions'
import { Section } from '@/app/ui/section'
import { OpenStatePicture } from '@/app/ui/open-state-picture'
import { StatePicture } from '@/app/ui/state-picture'
import { TracePicture, type TracePictureProps } from '@/app/ui/trace-picture'
import { orderPageWords } from './order-page-words'
import { orderWords } from './order-words'

type PicturedOrder = Pick<
  FullOrder,
  'orderNo' | 'gateway' | 'stage' | 'tradeStatus' | 'refundStatus' | 'events'
>

/** For the buyer: the order's states and the protocol trace. */
export async function OrderPictures({ order }: { order: PicturedOrder }) {
  const { orderNo } = order
  const words = await wordsIn(orderPageWords)
  const hrefOf: TracePictureProps['hrefOf'] = ({ kind, id }) =>
    kind === 'notification' ? `#message-${id}` : undefined
  return (
    <>
      <StateSection order={order} />
      <TraceSection orderNo={orderNo} hrefOf={hrefOf}>
        <a href={`/orders/${orderNo}/trace.txt`} className="link text-sm">
          {words.plainText}
        </a>
      </TraceSection>
    </>
  )
}

export async function StateSection({ order }: { order: PicturedOrder }) {
  const { orderNo, stage, tradeStatus, refundStatus, events } = order
  const spoken = await language()
  if (isOpen(order))
    return (
      <Section id="states-title" title={orderWords[spoken].states}>
        <OpenStatePicture events={events} stage={stage} language={spoken} />
      </Section>
    )
  return (
    <Section id="states-title" title={orderWords[spoken].states}>
      <StatePicture
        moves={await listMoves(orderNo)}
        tradeStatus={tradeStatus}
        refundStatus={refundStatus}
        language={spoken}
      />
    </Section>
  )
}

/** The protocol trace of an order; the children stand beside the heading. */
export async function TraceSection({
  orderNo,
  hrefOf,
  children,
}: Pick<TracePictureProps, 'hrefOf'> & { orderNo: string; children?: ReactNode }) {
  const spoken = await language()
  return (
    <section aria-labelledby="trace-title" className="mt-8">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 id="trace-title" className="text-lg font-medium">
          {orderWords[spoken].trace}
        </h2>
        {children}
      </div>
      <TracePicture trace={await traceOf(orderNo)} hrefOf={hrefOf} language={spoken} />
    </section>
  )
}
