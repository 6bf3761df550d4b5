import type { Metadata } from 'next'
import Link from 'next/link'
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
    <>
      <h1 className="text-2xl font-semibold">{isPaid ? words.elsewhere.arrived : words.elsewhere.title}</h1>
      <p className="mt-2 max-w-prose">{words.elsewhere.whereToLook}</p>
      {!isPaid && <p className="mt-2 max-w-prose">{words.doNotPayAgain}</p>}
      <Link href="/" className="button-plain mt-6">
        {words.toShelf}
      </Link>
    </>
  )
}
