'use client'

/** What a visitor sees of an error of ours: no stack, and what to do. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  return (
    <main className="mx-auto max-w-xl px-4 py-16">
      <h1 className="text-2xl font-semibold">出了点问题</h1>
      <p className="mt-2 text-muted">您没有做错什么，已付的款不会丢。请稍等片刻再试。</p>
      <button className="button mt-6" onClick={reset}>
        再试一次
      </button>
    </main>
  )
}
