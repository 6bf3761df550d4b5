import type { ReactNode } from 'react'

interface Props {
  title: string
  children: ReactNode
}

/** A page of text about the shop. */
export const InfoPage = ({ title, children }: Props) => (
  <article className="mx-auto max-w-2xl space-y-4 [&_h2]:mt-8 [&_li]:ml-5 [&_li]:list-disc">
    <h1>{title}</h1>
    {children}
  </article>
)
