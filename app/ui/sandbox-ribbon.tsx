import Link from 'next/link'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { frameWords } from './frame-words'

/** Says on every page that the money is not real, while the sandbox is the gateway. */
export async function SandboxRibbon() {
  if (!env().sandbox) return null
  const words = await wordsIn(frameWords)
  return (
    <aside aria-label={words.sandbox} className="bg-note px-4 py-1.5 text-center text-sm text-on-note">
      {words.notRealMoney}
      <Link href="/sandbox/console" prefetch={false} className="ml-1 underline underline-offset-2">
        {words.console}
      </Link>
    </aside>
  )
}
