import type { Metadata } from 'next'
import { z } from 'zod'
import { readFlash } from '@/app/forms/flash'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { SubmitButton } from '@/app/ui/submit-button'
import { readDirectPay, type DirectPayFields, type FieldErrors } from '@/lib/checkout/direct-pay'
import { env } from '@/lib/env'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language, wordsIn } from '@/lib/language'
import { directPayWords } from './direct-pay-words'

export async function generateMetadata(): Promise<Metadata> {
  const { title, intro } = await wordsIn(directPayWords)
  return { title, description: intro }
}

const TypedDirectPay = z.object({
  subject: z.string(),
  total_fee: z.string(),
  body: z.string(),
}) satisfies z.ZodType<DirectPayFields>

/** The direct payment (docs/spec.md T3.1b): what, how much, to whom. After a mistake it shows what was typed. */
export default async function DirectPayPage({ searchParams }: PageProps<'/direct-pay'>) {
  const spoken = await language()
  const words = directPayWords[spoken]
  const typed = await readFlash(await searchParams, TypedDirectPay)
  const values = typed ?? { subject: '', total_fee: '', body: '' }
  const checked = typed && readDirectPay(typed, ownGateway())
  const errors: FieldErrors = checked?.ok === false ? checked.errors : {}
  const wrong = Object.keys(errors).length
  const field = (name: keyof DirectPayFields) => ({
    name,
    defaultValue: values[name],
    error: errors[name]?.[spoken],
    autoComplete: 'off',
  })
  return (
    <div className="mx-auto max-w-xl">
      <h1>{words.title}</h1>
      <p className="mt-2 text-muted">{words.intro}</p>
      <form action="/api/alipay/alipayto" method="post" noValidate className="card mt-6 space-y-5 p-5 sm:p-6">
        <p className="flex justify-between border-b border-line pb-4">
          <span className="text-muted">{words.payee}</span>
          <strong translate="no" className="font-medium">
            {env().alipay.mainname}
          </strong>
        </p>
        {wrong > 0 && <FlashNote tone="bad">{words.toMend(wrong)}</FlashNote>}
        <Field {...field('subject')} label={words.subject} hint={words.subjectHint} required />
        <Field
          {...field('total_fee')}
          label={words.amount}
          hint={words.amountHint}
          inputMode="decimal"
          required
        />
        <Field {...field('body')} label={words.remark} hint={words.remarkHint} />
        <SubmitButton className="button button-big w-full" pending={words.paying}>
          {words.pay}
        </SubmitButton>
      </form>
    </div>
  )
}
