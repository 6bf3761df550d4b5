import type { ReactNode } from 'react'
import { wordsIn } from '@/lib/language'
import { orderPageWords } from './order-page-words'

/** What is behind an order, for developers; open, since it is only there while the gateway is a test one. */
export async function ProtocolFold({ children }: { children: ReactNode }) {
  const words = await wordsIn(orderPageWords)
  return (
    <details open className="mt-12 border-y border-line py-2 open:pb-8 print:hidden">
      <summary className="cursor-pointer py-2 font-medium marker:text-muted">
        {words.protocol} <span className="text-sm font-normal text-muted">{words.onlySandbox}</span>
      </summary>
      <p className="mt-2 max-w-prose text-sm text-muted">{words.behind}</p>
      {children}
    </details>
  )
}
