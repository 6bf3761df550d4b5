import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { wordsIn } from '@/lib/language'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'
import { isSandboxOpen } from '@/lib/sandbox/state'
import { LanguageSwitch } from './language-switch'

export const metadata: Metadata = { robots: { index: false } }

/** The frame of the console, apart from the shop's. The plain HTML pages have the same one (pages/gateway-page.ts). */
export default async function SandboxLayout({ children }: { children: ReactNode }) {
  await connection()
  if (!isSandboxOpen()) notFound()
  const words = await wordsIn(gatewayWords)
  return (
    // the gateway's headings are not in the shop's face and sizes
    <div className="flex min-h-dvh flex-col bg-gate-paper [--font-serif:var(--font-sans)] [--text-h1:1.125rem] [--text-h2:1rem]">
      <header className="border-b-3 border-gate bg-gate-card">
        <div className="mx-auto flex max-w-5xl flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3">
          <span
            lang="zh-CN"
            aria-hidden="true"
            className="grid size-8 place-items-center rounded-md bg-gate font-bold text-on-gate"
          >
            保
          </span>
          <strong className="text-lg text-gate">{words.gateway}</strong>
          <span className="text-sm text-muted max-sm:order-last max-sm:w-full">{words.notRealMoney}</span>
          <nav className="ml-auto flex items-center gap-4">
            <Link href="/sandbox/console" className="text-gate underline underline-offset-2">
              {words.console}
            </Link>
            <LanguageSwitch />
          </nav>
        </div>
      </header>
      <main className="mx-auto w-full max-w-5xl flex-1 px-4 py-6">{children}</main>
      <footer>
        <p className="px-4 py-3 text-center text-[0.8125rem] text-muted">{words.independent}</p>
      </footer>
    </div>
  )
}
