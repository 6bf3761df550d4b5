import Link from 'next/link'
import { wordsIn } from '@/lib/language'
import { setNotFound } from '@/lib/page-status'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'

/** In place of a trade that does not exist: a reset deletes all of them. Status 404. */
export async function MissingTrade() {
  setNotFound()
  const words = await wordsIn(gatewayWords)
  return (
    <section className="mx-auto max-w-xl border border-gate-line bg-gate-card p-8">
      <h1 className="text-xl font-semibold text-gate">{words.notFound}</h1>
      <p className="mt-3">{words.notFoundWhy}</p>
      <p className="mt-3">
        <Link href="/sandbox/console" className="text-gate underline underline-offset-2">
          {words.allTrades}
        </Link>
      </p>
    </section>
  )
}
