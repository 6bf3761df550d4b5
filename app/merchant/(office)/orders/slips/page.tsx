import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { findFullOrders } from '@/lib/orders/find-orders'
import { chosenOrders } from '../chosen-orders'
import { PackingSlip } from './packing-slip'
import { PrintButton } from './print-button'
import { slipWords } from './slip-words'

export const generateMetadata = pageTitle(slipWords, 'title')

/** The packing slips of the chosen orders; on paper each has a page of its own, and nothing else is printed. */
export default async function SlipsPage({ searchParams }: PageProps<'/merchant/orders/slips'>) {
  await requireMerchant()
  const words = await wordsIn(slipWords)
  const query = await searchParams
  const chosen = chosenOrders(query)
  const hasPrices = query.prices === '1'
  const orders = await findFullOrders(chosen)
  const other = new URLSearchParams(chosen.map((orderNo) => ['no', orderNo]))
  if (!hasPrices) other.set('prices', '1')
  return (
    <>
      <div className="print:hidden">
        <p className="text-sm">
          <Link href="/merchant/orders" prefetch={false} className="link">
            {words.back}
          </Link>
        </p>
        <h1 className="mt-1">{words.title}</h1>
        {orders.length === 0 ? (
          <p className="card mt-4 p-6">{words.none}</p>
        ) : (
          <>
            <p className="mt-2 text-muted">
              {words.count(orders.length)} · {words.howToPrint}
            </p>
            <div className="mt-4 flex flex-wrap gap-3">
              <PrintButton label={words.print} />
              <Link href={`/merchant/orders/slips?${other}`} prefetch={false} className="button-plain">
                {hasPrices ? words.withoutPrices : words.withPrices}
              </Link>
            </div>
          </>
        )}
      </div>
      {orders.map((order) => (
        <PackingSlip key={order.id} order={order} hasPrices={hasPrices} />
      ))}
    </>
  )
}
