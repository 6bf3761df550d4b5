import Link from 'next/link'
import { wordsIn } from '@/lib/language'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'

/** The 404 page of the sandbox. A reset deletes all trades, so what was not found is usually a trade. */
export default async function SandboxNotFound() {
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
