import { postRoute } from '@/app/forms/post-route'
import { deleteAddress } from '@/lib/addresses/address-book'
import { seeOther } from '@/lib/see-other'
import { currentAccount } from '../../../current-buyer'
import { signInPath } from '../../../require-account'

/** Deletes an address of the account. Does nothing to another account's. */
export const POST = postRoute<{ id: string }>(async ({ params: { id } }) => {
  const account = await currentAccount()
  if (!account) return seeOther(signInPath('/account/addresses'))
  await deleteAddress(account.id, id)
  return seeOther('/account/addresses')
})
