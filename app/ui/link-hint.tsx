'use client'

import { useLinkStatus } from 'next/link'

/**
 * A line across the top of the window while the link's page is loading. A loading.tsx in its place would send status 200
 * before a page can say 404, and would need a script to show the page.
 */
export function LinkHint() {
  const { pending } = useLinkStatus()
  return pending && <span aria-hidden="true" className="link-hint" />
}
