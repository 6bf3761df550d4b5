'use client'

import { useSyncExternalStore } from 'react'
import type { Language } from '@/lib/dictionary'
import { BareFrame } from './ui/bare-frame'
import { EmptyState } from './ui/empty-state'
import { errorWords } from './ui/error-words'

/** An unexpected error. The button loads the page anew, since its scripts are gone if the shop was rebuilt meanwhile. */
export default function ErrorPage() {
  const words = errorWords[usePageLanguage()]
  return (
    <BareFrame home={words.toShelf}>
      <EmptyState picture="fairness-cup.svg" title={words.failed} text={words.failedHint}>
        <button className="button" onClick={() => location.reload()}>
          {words.again}
        </button>
        {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- the same */}
        <a href="/" className="button-plain">
          {words.toShelf}
        </a>
      </EmptyState>
    </BareFrame>
  )
}

/** The language as the root layout wrote it: an error page runs in the browser and cannot read the cookie. */
const usePageLanguage = () =>
  useSyncExternalStore<Language>(
    () => () => {},
    () => (document.documentElement.lang.startsWith('en') ? 'en' : 'zh'),
    () => 'zh',
  )
