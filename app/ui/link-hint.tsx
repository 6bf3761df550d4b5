'use client'

import { useLinkStatus } from 'next/link'

/**
 * A line across the top of the window while the page of the link that it stands in is on its way. There is no
 * loading.tsx: with it every answer would begin as 200 before a page can say 404, and need a script to be seen.
 */
export function LinkHint() {
  const { pending } = useLinkStatus()
  return pending && <span aria-hidden="true" className="link-hint" />
}
