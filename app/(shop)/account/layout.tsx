import type { ReactNode } from 'react'

const AccountLayout = ({ children }: { children: ReactNode }) => (
  <div className="mx-auto max-w-2xl">{children}</div>
)
export default AccountLayout
