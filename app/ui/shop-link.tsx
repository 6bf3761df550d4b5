import Link from 'next/link'
import type { ComponentProps } from 'react'
import { LinkHint } from './link-hint'

/**
 * A link within the shop. Not fetched ahead: every page is made for its visitor, so all that could be fetched is an
 * empty frame, and a shelf of links would ask the server for thirty of them.
 */
export function ShopLink({ children, ...props }: ComponentProps<typeof Link>) {
  return (
    <Link prefetch={false} {...props}>
      {children}
      <LinkHint />
    </Link>
  )
}
