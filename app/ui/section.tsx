import type { ReactNode } from 'react'

interface Props {
  id: string
  title: string
  children: ReactNode
}

/** A part of a page under a heading of its own. */
export const Section = ({ id, title, children }: Props) => (
  <section aria-labelledby={id} className="mt-8">
    <h2 id={id} className="text-lg font-medium">
      {title}
    </h2>
    {children}
  </section>
)
