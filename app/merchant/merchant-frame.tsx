import { headers } from 'next/headers'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { LanguageSwitch } from '../ui/language-switch'
import { SandboxRibbon } from '../ui/sandbox-ribbon'
import { merchantFrameWords } from './(office)/office-frame-words'

const LINK = 'py-1 text-muted underline-offset-4 hover:text-ink hover:underline'

/** What every page of the back office stands in. */
export async function MerchantFrame({ children }: { children: ReactNode }) {
  const words = await wordsIn(merchantFrameWords)
  const [path = ''] = ((await headers()).get('x-raw-target') ?? '').split('?')
  const links = [
    ['/merchant', words.today],
    ['/merchant/orders', words.orders],
    ['/merchant/products', words.products],
    ['/merchant/log', words.log],
    ['/merchant/reconcile', words.reconcile],
    ['/merchant/doctor', words.doctor],
  ] as const
  const isOpen = (href: string) => path === href || (href !== '/merchant' && path.startsWith(`${href}/`))
  return (
    <div className="flex min-h-dvh flex-col">
      <SandboxRibbon />
      <header className="border-b border-line bg-card">
        <div className="mx-auto max-w-6xl px-4 pt-3">
          <div className="flex flex-wrap items-center gap-x-5 gap-y-1">
            <Link href="/merchant" prefetch={false} className="mr-auto text-lg font-semibold">
              <span translate="no">{env().alipay.mainname}</span> · {words.backOffice}
            </Link>
            <div className="flex flex-wrap items-center gap-x-5 text-sm text-muted">
              <Link href="/" prefetch={false} className={LINK}>
                {words.shop}
              </Link>
              <LanguageSwitch />
              <form action="/merchant/sign-out" method="post">
                <button className={`cursor-pointer ${LINK}`}>{words.signOut}</button>
              </form>
            </div>
          </div>
          <nav
            aria-label={words.navigation}
            className="mt-1 flex flex-wrap gap-x-6 max-sm:gap-x-3.5 max-sm:text-sm"
          >
            {links.map(([href, label]) => (
              <Link
                key={href}
                href={href}
                prefetch={false}
                aria-current={isOpen(href) ? 'page' : undefined}
                className="border-b-2 border-transparent py-2 text-muted hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
              >
                {label}
              </Link>
            ))}
          </nav>
        </div>
      </header>
      <main className="mx-auto w-full max-w-6xl flex-1 px-4 py-8">{children}</main>
    </div>
  )
}
