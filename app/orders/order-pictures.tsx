import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import { language, wordsIn } from '@/lib/language'
import { listMoves } from '@/lib/messages/message-log'
import { traceOf } from '@/lib/messages/trace'
import { StatePicture, type StatePictureProps } from '../ui/state-picture'
import { TracePicture, type TracePictureProps } from '../ui/trace-picture'
import { orderPageWords } from './order-page-words'
import { orderWords } from './order-words'

type PicturedOrder = Pick<StatePictureProps, 'tradeStatus' | 'refundStatus'> & { orderNo: string }

/** For the buyer: where the order stands, and while the gateway is the sandbox, all that was sent about it. */
export async function OrderPictures({ order }: { order: PicturedOrder }) {
  const { orderNo } = order
  const words = await wordsIn(orderPageWords)
  const hrefOf: TracePictureProps['hrefOf'] = ({ kind, id }) =>
    kind === 'notification' ? `#message-${id}` : undefined
  return (
    <>
      <StateSection order={order} />
      {env().sandbox && (
        <TraceSection orderNo={orderNo} hrefOf={hrefOf}>
          <a
            href={`/orders/${orderNo}/trace.txt`}
            className="text-sm text-accent underline underline-offset-2"
          >
            {words.plainText}
          </a>
        </TraceSection>
      )}
    </>
  )
}

export async function StateSection({ order }: { order: PicturedOrder }) {
  const { orderNo, tradeStatus, refundStatus } = order
  const spoken = await language()
  return (
    <section aria-labelledby="states-title" className="mt-8">
      <h2 id="states-title" className="text-lg font-medium">
        {orderWords[spoken].states}
      </h2>
      <StatePicture moves={await listMoves(orderNo)} {...{ tradeStatus, refundStatus }} language={spoken} />
    </section>
  )
}

/** All that was really sent about an order; the children stand beside the heading. */
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
