'use client'

import { useSyncExternalStore } from 'react'

/** Opens the browser's print dialog. Not there without scripts. */
export function PrintButton({ label }: { label: string }) {
  const isAwake = useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  )
  if (!isAwake) return null
  return (
    <button type="button" className="button" onClick={() => print()}>
      {label}
    </button>
  )
}
