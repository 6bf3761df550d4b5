import type { ReactNode } from 'react'

/** A card of names and values. */
export function Facts({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="card p-5">
      <h2 className="text-h3">{title}</h2>
      {children}
    </section>
  )
}

interface FactProps {
  name: string
  /** A long number, which has a line of its own. */
  isLong?: boolean
  children: ReactNode
}

export const Fact = ({ name, isLong, children }: FactProps) =>
  isLong ? (
    <div className="col-span-full">
      <dt className="text-muted">{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : (
    <div className="contents">
      <dt className="text-muted">{name}</dt>
      <dd className="text-right tabular-nums [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
