import type { ReactNode } from 'react'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { CartLink } from './cart-link'
import { frameWords } from './frame-words'
import { LanguageSwitch } from './language-switch'
import { SandboxRibbon } from './sandbox-ribbon'
import { ShopLink } from './shop-link'

const LINK = 'py-1 text-muted underline-offset-4 hover:text-ink hover:underline'

/** The frame of the shop's pages, and of those outside of the group (shop): not-found, forbidden, merchant/sign-in. */
export async function ShopFrame({ children }: { children: ReactNode }) {
  const words = await wordsIn(frameWords)
  const links = [
    ['/', words.shelf],
    ['/direct-pay', words.directPay],
    ['/orders', words.orders],
    ['/account', words.account],
  ] as const
  return (
    <div className="flex min-h-dvh flex-col">
      <SandboxRibbon />
      <header className="border-b border-line bg-card">
        <nav
          aria-label={words.navigation}
          className="mx-auto flex max-w-4xl flex-wrap items-center gap-x-6 gap-y-1 px-4 py-3"
        >
          <ShopLink href="/" translate="no" className="mr-auto text-lg font-semibold">
            {env().alipay.mainname}
          </ShopLink>
          {links.map(([href, label]) => (
            <ShopLink key={href} href={href} className={LINK}>
              {label}
            </ShopLink>
          ))}
          <CartLink className={LINK} />
        </nav>
      </header>
      <main className="mx-auto w-full max-w-4xl flex-1 px-4 py-8">{children}</main>
      <footer className="mx-auto flex w-full max-w-4xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 py-6 text-sm text-muted">
        <p>{words.promise}</p>
        <LanguageSwitch />
      </footer>
    </div>
  )
}
