'use client'

import { useSyncExternalStore } from 'react'
import type { Language } from '@/lib/dictionary'
import { errorWords } from './ui/error-words'

/** An unexpected error. The button loads the page anew, since its scripts are gone if the shop was rebuilt meanwhile. */
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

/** The language as the root layout wrote it: an error page runs in the browser and cannot read the cookie. */
const usePageLanguage = () =>
  useSyncExternalStore<Language>(
    () => () => {},
    () => (document.documentElement.lang.startsWith('en') ? 'en' : 'zh'),
    () => 'zh',
  )
