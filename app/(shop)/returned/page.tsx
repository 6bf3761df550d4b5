import type { Metadata } from 'next'
import { EmptyState } from '@/app/ui/empty-state'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'
import { hasArrived } from '@/lib/messages/message-log'
import { orderPageWords } from '../orders/order-page-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(orderPageWords)).elsewhere.title, robots: { index: false } }
}

/** A return in a browser that is not the buyer's, such as an app's own: shows nothing of the order. */
export default async function ReturnedPage({ searchParams }: PageProps<'/returned'>) {
  const { return: id } = await searchParams
  const words = await wordsIn(orderPageWords)
  const isPaid = typeof id === 'string' && (await hasArrived(id))
  return (
    <EmptyState
      picture="step-hold.svg"
      title={isPaid ? words.elsewhere.arrived : words.elsewhere.title}
      text={
        <>
          <p>{words.elsewhere.whereToLook}</p>
          {!isPaid && <p className="mt-2">{words.doNotPayAgain}</p>}
        </>
      }
    >
      <ShopLink href="/" className="button-plain">
        {words.toShelf}
      </ShopLink>
    </EmptyState>
  )
}
