import Link from 'next/link'
import type { ReactNode } from 'react'
import { LanguageSwitch } from '@/app/ui/language-switch'
import { SandboxRibbon } from '@/app/ui/sandbox-ribbon'
import { env } from '@/lib/env'
import { wordsIn } from '@/lib/language'
import { officeFrameWords } from './office-frame-words'
import { OfficeMenu } from './office-menu'

const LINK = 'py-1 text-muted underline-offset-4 hover:text-ink hover:underline'

/** The frame of the back office. A layout protects nothing: each page calls requireMerchant. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const words = await wordsIn(officeFrameWords)
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
            <OfficeMenu
              links={[
                { segment: null, label: words.today },
                { segment: 'orders', label: words.orders },
                { segment: 'products', label: words.products },
                { segment: 'log', label: words.log },
                { segment: 'mails', label: words.mails },
                { segment: 'reconcile', label: words.reconcile },
                { segment: 'doctor', label: words.doctor },
              ]}
            />
          </nav>
        </div>
      </header>
      <main className="mx-auto w-full max-w-6xl flex-1 px-4 py-8">{children}</main>
    </div>
  )
}
