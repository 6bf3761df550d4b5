import { readFlash } from '@/app/forms/flash'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { SubmitButton } from '@/app/ui/submit-button'
import { pageTitle } from '@/app/ui/page-title'
import { wordsIn } from '@/lib/language'
import { ReconcileResult } from './reconcile-result'
import { reconcileWords } from './reconcile-words'
import { Reconciled } from './reconciled'

export const generateMetadata = pageTitle(reconcileWords, 'title')

/** Makes up for lost notifications by queries (docs/spec.md T5.2A, T5.3). */
export default async function ReconcilePage({ searchParams }: PageProps<'/merchant/reconcile'>) {
  await requireMerchant()
  const words = await wordsIn(reconcileWords)
  const result = await readFlash(await searchParams, Reconciled)
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="mt-3 max-w-prose text-muted">{words.intro}</p>
      <form action="/merchant/reconcile/run" method="post" className="mt-6">
        <SubmitButton pending={words.asking}>{words.ask}</SubmitButton>
      </form>
      {result && (
        <div role="status">
          <ReconcileResult {...result} />
        </div>
      )}
    </>
  )
}
