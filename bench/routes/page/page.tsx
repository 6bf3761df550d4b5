import { headers } from 'next/headers'

/** The smallest page that is made for every request. */
export default async function EmptyPage() {
  await headers()
  return <p>empty</p>
}
