import type { ReactNode } from 'react'

interface Props {
  title: string
  intro?: ReactNode
  action: string
  /** What is wrong with the form as a whole, if anything. */
  complaint?: string | false | undefined
  children: ReactNode
  /** Links below the form. */
  footer: ReactNode
}

/** A page with one form. */
export function AccountCard({ title, intro, action, complaint, children, footer }: Props) {
  return (
    <div className="mx-auto max-w-md">
      <h1 className="text-2xl font-semibold">{title}</h1>
      {intro && <div className="mt-2 space-y-2 text-muted">{intro}</div>}
      <form action={action} method="post" noValidate className="card mt-6 space-y-5 p-5 sm:p-6">
        {complaint && (
          <p role="alert" className="text-bad">
            {complaint}
          </p>
        )}
        {children}
      </form>
      <p className="mt-5 text-center text-sm text-muted">{footer}</p>
    </div>
  )
}
