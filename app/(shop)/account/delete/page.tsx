import { redirect } from 'next/navigation'
import { Field } from '@/app/ui/field'
import { pageTitle } from '@/app/ui/page-title'
import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import { AccountCard } from '../account-card'
import { accountWords } from '../account-words'
import { requireAccount } from '../require-account'

export const generateMetadata = pageTitle(accountWords, 'deleteAccount')

export default async function DeletePage({ searchParams }: PageProps<'/account/delete'>) {
  const { email, role } = await requireAccount('/account/delete')
  if (role !== null) redirect('/account')
  const words = await wordsIn(accountWords)
  const { failed } = await searchParams
  return (
    <AccountCard
      title={words.deleteAccount}
      intro={
        <>
          <p className="[overflow-wrap:anywhere]">{words.deleteWhat(email)}</p>
          <p>
            {words.deleteOrders} <strong className="font-semibold text-ink">{words.deleteOpenTrades}</strong>
          </p>
        </>
      }
      action="/account/delete/check"
      failed={failed}
    >
      <Field
        required
        maxLength={254}
        name="password"
        label={words.password}
        type="password"
        autoComplete="current-password"
        hint={words.itsYou}
        error={failed === 'wrong' ? words.wrong.delete : undefined}
      />
      <SubmitButton className="button-danger w-full">{words.deleteAccount}</SubmitButton>
    </AccountCard>
  )
}
