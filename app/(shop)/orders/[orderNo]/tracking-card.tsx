import { CopyNumber } from '@/app/ui/copy-number'
import { Icon } from '@/app/ui/line-icon'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { trackingPage } from '@/lib/orders/tracking-page'
import { orderPageWords } from '../order-page-words'

/** Where the parcel is: carrier and number, and the carrier's own page. Nothing while nothing is to be shipped. */
export async function TrackingCard({ order }: { order: FullOrder }) {
  const { stage, virtual, logisticsName, invoiceNo } = order
  if (!logisticsName && (virtual || stage !== 'paid')) return null
  const words = await wordsIn(orderPageWords)
  const page = trackingPage(logisticsName, invoiceNo)
  return (
    <section aria-labelledby="tracking-title" className="card p-5 sm:p-6">
      <h2 id="tracking-title">{words.tracking}</h2>
      <div className="mt-3 flex items-start gap-4">
        <Icon name="truck" className="mt-0.5" />
        {logisticsName ? (
          <div className="min-w-0">
            <p className="flex flex-wrap items-center gap-x-3">
              <span translate="no" className="font-semibold [overflow-wrap:anywhere]">
                {logisticsName}
              </span>
              {invoiceNo && <CopyNumber value={invoiceNo} />}
            </p>
            {page && (
              <p className="mt-1">
                <a href={page.address} target="_blank" rel="noopener noreferrer" className="link">
                  {words.follow}
                </a>
                {!page.hasWaybill && <span className="ml-2 text-sm text-muted">{words.followHint}</span>}
              </p>
            )}
          </div>
        ) : (
          <p className="text-muted">{words.notShipped}</p>
        )}
      </div>
    </section>
  )
}
