import { FlashNote } from '@/app/ui/flash-note'
import { ShopLink } from '@/app/ui/shop-link'
import { SubmitButton } from '@/app/ui/submit-button'
import { type Address } from '@/lib/addresses/address'
import { readAddress } from '@/lib/addresses/read-address'
import { language } from '@/lib/language'
import { AddressFields } from './address-fields'
import { addressWords } from './address-words'
import type { TypedAddress } from './typed-address'

interface Props {
  title: string
  /** The id of the address that is changed; undefined for a new one. */
  id?: string
  address: Address
  /** What was typed into a form that was not accepted. */
  typed: TypedAddress | undefined
}

/** The page on which an address of the book is written. */
export async function AddressForm({ title, id, address, typed }: Props) {
  const spoken = await language()
  const words = addressWords[spoken]
  const read = typed && !typed.paste && readAddress(typed.values)
  const errors = read && !read.ok ? read.errors : {}
  const wrong = Object.keys(errors).length
  return (
    <div className="mx-auto max-w-2xl">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1>{title}</h1>
        <p className="text-sm text-muted">{words.requiredMark}</p>
      </div>
      <form
        action="/account/addresses/save"
        method="post"
        noValidate
        className="card mt-6 grid gap-4 p-5 sm:p-6"
      >
        <button hidden />
        {id && <input type="hidden" name="id" value={id} />}
        {wrong > 0 && <FlashNote tone="bad">{words.toMend(wrong)}</FlashNote>}
        {typed?.isFull && <FlashNote tone="bad">{words.full}</FlashNote>}
        <AddressFields
          language={spoken}
          typed={typed?.values ?? address}
          errors={errors}
          paste={typed?.paste}
        />
        <div className="flex flex-wrap gap-3">
          <SubmitButton pending={words.saving}>{words.save}</SubmitButton>
          <ShopLink href="/account/addresses" className="button-plain">
            {words.back}
          </ShopLink>
        </div>
      </form>
    </div>
  )
}
