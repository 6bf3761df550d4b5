'use client'

import { useSyncExternalStore } from 'react'
import type { Language } from '@/lib/dictionary'
import { errorWords } from './ui/error-words'

/**
 * What a visitor sees of an error of ours: no stack, and what to do. The page is loaded anew: it may be one that was left
 * open over a new build, whose scripts are gone.
 */
export default function ErrorPage() {
  const words = errorWords[usePageLanguage()]
  return (
    <main className="mx-auto max-w-4xl px-4 py-16">
      <h1 className="text-2xl font-semibold">{words.failed}</h1>
      <p className="mt-2 max-w-prose text-muted">{words.failedHint}</p>
      <button className="button mt-6" onClick={() => location.reload()}>
        {words.again}
      </button>
    </main>
  )
}

/** The page's language as the layout has said it: an error page is the browser's alone, and cannot ask the server. */
const usePageLanguage = () =>
  useSyncExternalStore<Language>(
    () => () => {},
    () => (document.documentElement.lang.startsWith('en') ? 'en' : 'zh'),
    () => 'zh',
  )
