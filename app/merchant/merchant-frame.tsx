import type { ReactNode } from 'react'

/** What every page of the back office stands in. */
export function MerchantFrame({ children }: { children: ReactNode }) {
  return <main className="mx-auto w-full max-w-6xl flex-1 px-4 py-8">{children}</main>
}
