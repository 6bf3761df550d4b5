import Link from 'next/link'
import type { ComponentProps } from 'react'
import { LinkHint } from './link-hint'

/**
 * A link within the shop, not prefetched: every page is dynamic, so that a shelf of links would make thirty requests for an
 * empty frame.
 */
export function ShopLink({ children, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...props}>
      {children}
      <LinkHint />
    </Link>
  )
}
