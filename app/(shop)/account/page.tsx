import Link from 'next/link'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import { accountWords } from './account-words'
import { AddressNote } from './address-note'
import { requireAccount } from './require-account'
import { SessionList } from './session-list'

export const generateMetadata = pageTitle(accountWords, 'account')

const LINK = 'text-accent underline underline-offset-2'

export default async function AccountPage({ searchParams }: PageProps<'/account'>) {
  const visitor = await requireAccount('/account')
  const words = await wordsIn(accountWords)
  const { done, failed } = await searchParams
  const isMerchant = visitor.role === 'merchant'
  return (
    <>
      <h1>{words.account}</h1>
      {done === 'password' && (
        <FlashNote tone="go" className="mt-4">
          {words.passwordChanged}
        </FlashNote>
      )}
      <AddressNote visitor={visitor} done={done} failed={failed} />
      <section aria-label={words.accountSection} className="card mt-6 divide-y divide-line">
        <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 p-5">
          <div className="min-w-0">
            <p translate="no" className="font-medium [overflow-wrap:anywhere]">
              {visitor.email}
            </p>
            <p className="mt-1 text-sm text-muted">{isMerchant ? words.ofMerchant : words.ofBuyer}</p>
          </div>
          <form action="/account/sign-out" method="post">
            <SubmitButton className="button-plain">{words.signOut}</SubmitButton>
          </form>
        </div>
        <ul className="flex flex-wrap gap-x-6 gap-y-2 px-5 py-4">
          <li>
            <Link href={isMerchant ? '/merchant' : '/orders'} prefetch={false} className={LINK}>
              {isMerchant ? words.backOffice : words.orders}
            </Link>
          </li>
          {!isMerchant && (
            <li>
              <Link href="/account/addresses" prefetch={false} className={LINK}>
                {words.addresses}
              </Link>
            </li>
          )}
          <li>
            <Link href="/account/password" prefetch={false} className={LINK}>
              {words.changePassword}
            </Link>
          </li>
          {!isMerchant && (
            <li>
              <Link href="/account/delete" prefetch={false} className={LINK}>
                {words.deleteAccount}
              </Link>
            </li>
          )}
        </ul>
      </section>
      <SessionList visitor={visitor} />
    </>
  )
}
