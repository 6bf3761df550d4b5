import Link from 'next/link'
import { IdempotencyKey } from '@/app/forms/idempotency-key'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { frameWords } from './frame-words'

const LINK = 'cursor-pointer font-semibold underline underline-offset-2'

/** Says on every page that the money is not real, while the sandbox is the gateway, and offers what only a sandbox can. */
export async function SandboxRibbon() {
  if (!env().sandbox) return null
  const words = await wordsIn(frameWords)
  return (
    <aside aria-label={words.sandbox} className="bg-note text-tiny text-on-note print:hidden">
      <div className="wrap flex flex-wrap justify-center gap-x-5 py-1.5">
        <span>{words.notRealMoney}</span>
        <form action="/buy" method="post">
          <IdempotencyKey />
          <button name="test" value="1" className={LINK}>
            {words.testPurchase}
          </button>
        </form>
        <Link href="/sandbox/console" prefetch={false} className={LINK}>
          {words.console}
        </Link>
      </div>
    </aside>
  )
}
