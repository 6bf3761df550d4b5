'use client'

import { useScripts } from '@/app/ui/use-scripts'

/** Opens the browser's print dialog. Not there without scripts. */
export function PrintButton({ label }: { label: string }) {
  if (!useScripts()) return null
  return (
    <button type="button" className="button" onClick={() => print()}>
      {label}
    </button>
  )
}
