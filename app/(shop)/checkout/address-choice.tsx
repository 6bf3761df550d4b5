import type { ReactNode } from 'react'
import { addressLine, ADDRESS_FIELDS } from '@/lib/addresses/address'
import type { SavedAddress } from '@/lib/addresses/address-book'
import type { CheckoutErrors } from '@/lib/checkout/checkout'
import type { Language } from '@/lib/dictionary'
import { checkoutWords } from './checkout-words'

interface Props {
  language: Language
  book: SavedAddress[]
  /** The id of the chosen address; '' for the one in the fields. */
  savedId: string
  errors: CheckoutErrors
}

/** The addresses of the book, and one that is typed; without a book there is nothing to choose. */
export function AddressChoice({ language, book, savedId, errors }: Props) {
  const words = checkoutWords[language]
  if (book.length === 0) return <input type="hidden" name="address" value="" />
  const isKnown = book.some(({ id }) => id === savedId)
  return (
    <div className="grid gap-2.5 sm:grid-cols-2">
      {book.map((address) => {
        const isChosen = address.id === savedId
        const complaint = isChosen && ADDRESS_FIELDS.map((name) => errors[name]?.[language]).find(Boolean)
        return (
          <Choice key={address.id} value={address.id} isChosen={isChosen}>
            <span translate="no" className="font-semibold [overflow-wrap:anywhere]">
              {address.name} <span className="figures">{address.mobile || address.phone}</span>
            </span>
            <span translate="no" className="text-sm [overflow-wrap:anywhere] text-muted">
              {addressLine(address)}
            </span>
            {complaint && <span className="text-sm [overflow-wrap:anywhere] text-bad">{complaint}</span>}
          </Choice>
        )
      })}
      <Choice value="" isChosen={!isKnown} isNew>
        <span className="font-semibold">{words.otherAddress}</span>
      </Choice>
    </div>
  )
}

const Choice = (props: { value: string; isChosen: boolean; isNew?: boolean; children: ReactNode }) => (
  <label className="card flex min-h-14 cursor-pointer items-start gap-3 px-4 py-3 has-checked:border-accent has-checked:bg-wash has-checked:inset-ring has-checked:inset-ring-accent">
    <input
      type="radio"
      name="address"
      value={props.value}
      defaultChecked={props.isChosen}
      data-new={props.isNew}
      className="mt-1 size-[1.125rem] flex-none"
    />
    <span className="grid min-w-0 gap-0.5">{props.children}</span>
  </label>
)
