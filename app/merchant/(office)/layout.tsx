import Link from 'next/link'
import type { ReactNode } from 'react'
import './office.css'
import { LanguageSwitch } from '@/app/ui/language-switch'
import { SandboxRibbon } from '@/app/ui/sandbox-ribbon'
import { ShopName } from '@/app/ui/shop-name'
import { wordsIn } from '@/lib/language'
import { officeFrameWords } from './office-frame-words'
import { OfficeMenu } from './office-menu'

const LINK = 'py-1 text-muted underline-offset-4 hover:text-ink hover:underline'

/** The frame of the back office. A layout protects nothing: each page calls requireMerchant. */
export default async function OfficeLayout({ children }: { children: ReactNode }) {
  const words = await wordsIn(officeFrameWords)
  return (
    <div className="office flex min-h-dvh flex-col">
      <SandboxRibbon />
      <header className="border-b border-line bg-card">
        <div className="wrap flex flex-wrap items-center gap-x-6">
          <Link
            href="/merchant"
            prefetch={false}
            className="mr-auto flex items-center gap-2.5 py-3.5 xl:mr-0"
          >
            <ShopName />
            <span className="border-l border-line pl-2.5 text-sm whitespace-nowrap text-muted">
              {words.backOffice}
            </span>
          </Link>
          <nav
            aria-label={words.navigation}
            className="tabs order-last w-full xl:order-none xl:mr-auto xl:w-auto xl:self-stretch [&>a]:flex [&>a]:items-center"
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
      </header>
      <main className="wrap flex-1 py-8">{children}</main>
    </div>
  )
}
