import type { ReactNode } from 'react'
import { ShopFrame } from '@/app/ui/shop-frame'

interface Props {
  title: string
  action: string
  /** What is wrong with the form as a whole, if anything. */
  complaint?: string | false | undefined
  children: ReactNode
}

/** A page of one form. */
export function AccountCard({ title, action, complaint, children }: Props) {
  return (
    <ShopFrame>
      <form action={action} method="post" noValidate className="card mx-auto max-w-md space-y-5 p-6">
        <h1 className="text-2xl font-semibold">{title}</h1>
        {complaint && (
          <p role="alert" className="text-bad">
            {complaint}
          </p>
        )}
        {children}
      </form>
    </ShopFrame>
  )
}
