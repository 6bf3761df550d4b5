import type { ReactNode } from 'react'

interface Props {
  name: string
  children: ReactNode
}

/** A name and its value, in a list of two columns. */
export const Fact = ({ name, children }: Props) => (
  <>
    <dt className="text-muted">{name}</dt>
    <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
  </>
)
