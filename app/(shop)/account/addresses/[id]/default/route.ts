import { postRoute } from '@/app/forms/post-route'
import { makeDefault } from '@/lib/addresses/address-book'
import { seeOther } from '@/lib/see-other'
import { currentAccount } from '../../../current-buyer'
import { signInPath } from '../../../require-account'

/** Makes an address the default of the account. Does nothing to another account's. */
export const POST = postRoute<{ id: string }>(async ({ params: { id } }) => {
  const account = await currentAccount()
  if (!account) return seeOther(signInPath('/account/addresses'))
  await makeDefault(account.id, id)
  return seeOther('/account/addresses')
})
