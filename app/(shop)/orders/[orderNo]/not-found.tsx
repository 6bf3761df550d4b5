import type { Metadata } from 'next'
import Link from 'next/link'
import { ShopFrame } from '@/app/ui/shop-frame'
import { wordsIn } from '@/lib/language'
import { orderPageWords } from '../order-page-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(orderPageWords)).notFound.title }
}

/** The same words for an order that is not there and one that is somebody else's. */
export default async function OrderNotFound() {
  const words = await wordsIn(orderPageWords)
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">{words.notFound.heading}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.notFound.text}</p>
      <Link href="/orders" className="button mt-6">
        {words.orders}
      </Link>
    </ShopFrame>
  )
}
