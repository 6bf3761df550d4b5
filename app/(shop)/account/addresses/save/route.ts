import { again, kept } from '@/app/forms/flash'
import { postRoute } from '@/app/forms/post-route'
import { addAddress, changeAddress } from '@/lib/addresses/address-book'
import { readAddress } from '@/lib/addresses/read-address'
import { seeOther } from '@/lib/see-other'
import { currentAccount } from '../../current-buyer'
import { signInPath } from '../../require-account'
import { addressValues, type TypedAddress, withPasted } from '../typed-address'

const BOOK = '/account/addresses'

/** Saves a new or a changed address, or leads back to the form: with what is wrong, or with a pasted address taken apart. */
export const POST = postRoute(async ({ form, field }) => {
  const account = await currentAccount()
  if (!account) return seeOther(signInPath(BOOK))
  const id = form.has('id') ? field('id') : undefined
  const page = `${BOOK}/${id === undefined ? 'new' : encodeURIComponent(id)}`
  const values = addressValues((name) => kept(field(name)))
  if (form.has('parse')) return again(page, withPasted(values, kept(field('paste'))) satisfies TypedAddress)
  const read = readAddress(values)
  if (!read.ok) return again(page, { values } satisfies TypedAddress)
  const { kind } =
    id === undefined
      ? await addAddress(account.id, read.address)
      : await changeAddress(account.id, id, read.address)
  if (kind === 'full') return again(page, { values, isFull: true } satisfies TypedAddress)
  return seeOther(BOOK)
})
