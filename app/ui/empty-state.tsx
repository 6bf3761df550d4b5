import type { ReactNode } from 'react'

interface Props {
  /** A file of public/pictures. */
  picture: string
  title: string
  /** h2 below the title of a page. */
  heading?: 'h1' | 'h2'
  text: ReactNode
  /** Ways on: one filled button, one plain. */
  children?: ReactNode
}

/** A page, or a part of one, that has nothing to show: a drawing, one sentence, and where to go. */
export const EmptyState = ({ picture, title, heading: Heading = 'h1', text, children }: Props) => (
  <div className="mx-auto grid max-w-xl justify-items-center gap-3 py-[clamp(2rem,6vw,4.5rem)] text-center">
    {/* eslint-disable-next-line @next/next/no-img-element -- a drawing, already small */}
    <img src={`/pictures/${picture}`} alt="" width={320} height={240} className="w-[min(17rem,70%)]" />
    <Heading>{title}</Heading>
    <div className="text-balance text-muted">{text}</div>
    {children && <div className="mt-3 flex flex-wrap justify-center gap-3">{children}</div>}
  </div>
)
