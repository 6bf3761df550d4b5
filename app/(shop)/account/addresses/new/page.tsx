import { readFlash } from '@/app/forms/flash'
import { pageTitle } from '@/app/ui/page-title'
import { NO_ADDRESS } from '@/lib/addresses/address'
import { wordsIn } from '@/lib/language'
import { AddressForm } from '../address-form'
import { addressWords } from '../address-words'
import { requireBuyer } from '../require-buyer'
import { TypedAddress } from '../typed-address'

export const generateMetadata = pageTitle(addressWords, 'newTitle')

export default async function NewAddressPage({ searchParams }: PageProps<'/account/addresses/new'>) {
  await requireBuyer('/account/addresses/new')
  const typed = await readFlash(await searchParams, TypedAddress)
  return <AddressForm title={(await wordsIn(addressWords)).newTitle} address={NO_ADDRESS} typed={typed} />
}
