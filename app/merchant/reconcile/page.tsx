import type { Metadata } from 'next'
import { language } from '@/lib/language'
import { MerchantFrame } from '../merchant-frame'
import { requireMerchant } from '../require-merchant'
import { ReconcileForm } from './reconcile-form'
import { reconcileWords } from './reconcile-words'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: reconcileWords[await language()].title,
})

/** Lost notifications, had again by asking (docs/spec.md T5.2A, T5.3). */
export default async function ReconcilePage() {
  await requireMerchant()
  const spoken = await language()
  const words = reconcileWords[spoken]
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">{words.heading}</h1>
      <p className="mt-3 max-w-prose text-muted">{words.intro}</p>
      <ReconcileForm language={spoken} />
    </MerchantFrame>
  )
}
