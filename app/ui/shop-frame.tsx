import type { ReactNode } from 'react'
import { wordsIn } from '@/lib/language'
import { frameWords } from './frame-words'
import { SandboxRibbon } from './sandbox-ribbon'
import { ShopFooter } from './shop-footer'
import { ShopHeader } from './shop-header'

/** The frame of the shop's pages, and of merchant/sign-in, which is outside of the group (shop). */
export async function ShopFrame({ children }: { children: ReactNode }) {
  const words = await wordsIn(frameWords)
  return (
    <div className="flex min-h-dvh flex-col">
      <a
        href="#main"
        className="absolute -top-20 left-4 z-20 rounded-md bg-card px-4 py-2 focus:top-2 print:hidden"
      >
        {words.skip}
      </a>
      <SandboxRibbon />
      <ShopHeader />
      <main id="main" className="wrap flex-1 py-[clamp(1.25rem,3vw,2.5rem)]">
        {children}
      </main>
      <ShopFooter />
    </div>
  )
}
