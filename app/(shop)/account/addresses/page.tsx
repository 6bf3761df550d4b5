import { Badge } from '@/app/ui/badge'
import { EmptyState } from '@/app/ui/empty-state'
import { pageTitle } from '@/app/ui/page-title'
import { ShopLink } from '@/app/ui/shop-link'
import { SubmitButton } from '@/app/ui/submit-button'
import { addressLine } from '@/lib/addresses/address'
import { listAddresses, type SavedAddress } from '@/lib/addresses/address-book'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { addressWords } from './address-words'
import { requireBuyer } from './require-buyer'

export const generateMetadata = pageTitle(addressWords, 'title')

/** The address book of the account, the default first. */
export default async function AddressesPage() {
  const visitor = await requireBuyer('/account/addresses')
  const spoken = await language()
  const words = addressWords[spoken]
  const addresses = await listAddresses(visitor.id)
  const add = (
    <ShopLink href="/account/addresses/new" className="button">
      {words.add}
    </ShopLink>
  )
  const back = (
    <ShopLink href="/account" className="button-plain">
      {words.toAccount}
    </ShopLink>
  )
  if (addresses.length === 0)
    return (
      <EmptyState picture="step-hold.svg" title={words.emptyTitle} text={words.empty}>
        {add}
        {back}
      </EmptyState>
    )
  return (
    <div className="mx-auto max-w-3xl">
      <h1>{words.title}</h1>
      <p className="mt-2 text-muted">{words.intro}</p>
      <ul className="mt-6 grid gap-4">
        {addresses.map((address, index) => (
          <AddressCard key={address.id} address={address} isDefault={index === 0} language={spoken} />
        ))}
      </ul>
      <p className="mt-6 flex flex-wrap gap-3">
        {add}
        {back}
      </p>
    </div>
  )
}

interface AddressCardProps {
  address: SavedAddress
  isDefault: boolean
  language: Language
}

function AddressCard({ address, isDefault, language }: AddressCardProps) {
  const words = addressWords[language]
  const { id, name, mobile, phone, zip } = address
  const path = `/account/addresses/${id}`
  return (
    <li className="card p-5">
      <p className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <strong translate="no" className="font-semibold [overflow-wrap:anywhere]">
          {name}
        </strong>
        <span className="figures">{mobile || phone}</span>
        {isDefault && <Badge tone="go">{words.isDefault}</Badge>}
      </p>
      <p translate="no" className="mt-1 [overflow-wrap:anywhere] text-muted">
        {addressLine(address)} {zip}
      </p>
      <div className="mt-3 flex flex-wrap items-start gap-x-3 gap-y-2">
        <ShopLink href={path} aria-label={words.editOf(name)} className="button-plain button-small">
          {words.edit}
        </ShopLink>
        {!isDefault && (
          <form action={`${path}/default`} method="post">
            <SubmitButton aria-label={words.makeDefaultOf(name)} className="button-plain button-small">
              {words.makeDefault}
            </SubmitButton>
          </form>
        )}
        <details>
          <summary
            aria-label={words.removeOf(name)}
            className="button-text button-small list-none [&::-webkit-details-marker]:hidden"
          >
            {words.remove}
          </summary>
          <form action={`${path}/delete`} method="post" className="mt-2">
            <SubmitButton className="button-danger button-small">{words.reallyRemove}</SubmitButton>
          </form>
        </details>
      </div>
    </li>
  )
}
