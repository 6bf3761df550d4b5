import type { Metadata } from 'next'
import Link from 'next/link'
import { orderPageWords } from '@/app/(shop)/orders/order-page-words'
import { ShopFrame } from '@/app/ui/shop-frame'
import { wordsIn } from '@/lib/language'
import { hasArrived } from '@/lib/messages/message-log'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(orderPageWords)).elsewhere.title, robots: { index: false } }
}

/** After a return in a browser that is not the buyer's (an app's own, another telephone): nothing of the order is here. */
export default async function ReturnedPage({ searchParams }: PageProps<'/returned'>) {
  const { return: id } = await searchParams
  const words = await wordsIn(orderPageWords)
  const isPaid = typeof id === 'string' && (await hasArrived(id))
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">{isPaid ? words.elsewhere.arrived : words.elsewhere.title}</h1>
      <p className="mt-2 max-w-prose">{words.elsewhere.whereToLook}</p>
      {!isPaid && <p className="mt-2 max-w-prose">{words.doNotPayAgain}</p>}
      <Link href="/" className="button-plain mt-6">
        {words.toShelf}
      </Link>
    </ShopFrame>
  )
}
