'use client'

import { useSyncExternalStore } from 'react'
import type { Language } from '@/lib/dictionary'
import { EmptyState } from './ui/empty-state'
import { errorWords } from './ui/error-words'

/** An unexpected error. The button loads the page anew, since its scripts are gone if the shop was rebuilt meanwhile. */
export default function ErrorPage() {
  const words = errorWords[usePageLanguage()]
  return (
    <main className="wrap py-16">
      <p className="text-center">
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- loads the page anew: its scripts may be gone */}
        <a href="/" aria-label={words.toShelf} className="inline-block">
          {/* eslint-disable-next-line @next/next/no-img-element -- a drawing, already small */}
          <img src="/pictures/seal.svg" alt="" width={44} height={44} />
        </a>
      </p>
      <EmptyState picture="fairness-cup.svg" title={words.failed} text={words.failedHint}>
        <button className="button" onClick={() => location.reload()}>
          {words.again}
        </button>
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- the same */}
        <a href="/" className="button-plain">
          {words.toShelf}
        </a>
      </EmptyState>
    </main>
  )
}

/** The language as the root layout wrote it: an error page runs in the browser and cannot read the cookie. */
const usePageLanguage = () =>
  useSyncExternalStore<Language>(
    () => () => {},
    () => (document.documentElement.lang.startsWith('en') ? 'en' : 'zh'),
    () => 'zh',
  )
