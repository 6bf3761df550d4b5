import { readFlash } from '@/app/forms/flash'
import { pageTitle } from '@/app/ui/page-title'
import { findAddress } from '@/lib/addresses/address-book'
import { wordsIn } from '@/lib/language'
import { Missing } from '../../../missing'
import { AddressForm } from '../address-form'
import { addressWords } from '../address-words'
import { requireBuyer } from '../require-buyer'
import { TypedAddress } from '../typed-address'

export const generateMetadata = pageTitle(addressWords, 'editTitle')

/** An address of the account; any other is not found. */
export default async function AddressPage({ params, searchParams }: PageProps<'/account/addresses/[id]'>) {
  const { id } = await params
  const visitor = await requireBuyer(`/account/addresses/${encodeURIComponent(id)}`)
  const address = await findAddress(visitor.id, id)
  if (!address) return <Missing />
  const typed = await readFlash(await searchParams, TypedAddress)
  return (
    <AddressForm title={(await wordsIn(addressWords)).editTitle} id={id} address={address} typed={typed} />
  )
}
