import type { Metadata } from 'next'
import Link from 'next/link'
import { wordsIn } from '@/lib/language'
import { orderPageWords } from '../order-page-words'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(orderPageWords)).notFound.title }
}

/** The same for an order that does not exist and for one of another buyer, so that order numbers cannot be probed. */
export default async function OrderNotFound() {
  const words = await wordsIn(orderPageWords)
  return (
    <>
      <h1 className="text-2xl font-semibold">{words.notFound.heading}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.notFound.text}</p>
      <Link href="/orders" className="button mt-6">
        {words.orders}
      </Link>
    </>
  )
}
