'use client'

import Link from 'next/link'
import { useSelectedLayoutSegment } from 'next/navigation'

interface Props {
  /** The first part of a page's path below /merchant; null for /merchant itself. */
  links: { segment: string | null; label: string }[]
}

/** The menu of the back office. A client component, since a layout is not rendered again when a link is followed. */
export function OfficeMenu({ links }: Props) {
  const current = useSelectedLayoutSegment()
  return links.map(({ segment, label }) => (
    <Link
      key={label}
      href={segment === null ? '/merchant' : `/merchant/${segment}`}
      prefetch={false}
      aria-current={segment === current ? 'page' : undefined}
    >
      {label}
    </Link>
  ))
}
