import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { connection } from 'next/server'
import type { ReactNode } from 'react'
import { isSandboxOpen } from '@/lib/sandbox/open'

export const metadata: Metadata = { title: { absolute: '沙箱收银台' }, robots: { index: false } }

/** Somebody else's site: not the shop's looks, not its menu. */
export default async function SandboxLayout({ children }: { children: ReactNode }) {
  await connection()
  if (!isSandboxOpen()) notFound()
  return (
    <div className="min-h-dvh bg-gate-paper">
      <header className="border-b-4 border-gate bg-gate-card">
        <p className="mx-auto flex max-w-5xl flex-wrap items-baseline gap-x-3 px-4 py-3">
          <strong className="text-lg text-gate">担保交易 · 沙箱网关</strong>
          <span className="text-sm text-muted">模拟的网关，这里不收真钱</span>
          <Link href="/sandbox/console" className="ml-auto text-sm text-gate underline underline-offset-2">
            控制台
          </Link>
        </p>
      </header>
      <main className="mx-auto max-w-5xl px-4 py-6">{children}</main>
    </div>
  )
}
