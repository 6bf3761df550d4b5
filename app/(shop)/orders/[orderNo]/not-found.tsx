import type { Metadata } from 'next'
import { EmptyState } from '@/app/ui/empty-state'
import { ShopLink } from '@/app/ui/shop-link'
import { wordsIn } from '@/lib/language'
import { orderPageWords } from '../order-page-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(orderPageWords)).notFound.title }
}

/** The same for an order that does not exist and for one of another buyer, so that order numbers cannot be probed. */
export default async function OrderNotFound() {
  const words = await wordsIn(orderPageWords)
  return (
    <EmptyState picture="fairness-cup.svg" title={words.notFound.heading} text={words.notFound.text}>
      <ShopLink href="/orders" className="button">
        {words.orders}
      </ShopLink>
      <ShopLink href="/" className="button-plain">
        {words.goOn}
      </ShopLink>
    </EmptyState>
  )
}
