'use client'

import { useScripts } from '@/app/ui/use-scripts'

/** A box that checks all boxes of its table. Not there without scripts. */
export function ChooseAll({ label }: { label: string }) {
  if (!useScripts()) return null
  return (
    <label className="-m-2 inline-grid size-9 place-items-center">
      <input
        type="checkbox"
        aria-label={label}
        className="size-4.5"
        onChange={({ target }) => {
          const boxes = target.closest('table')?.querySelectorAll<HTMLInputElement>('tbody [type=checkbox]')
          boxes?.forEach((box) => (box.checked = target.checked))
        }}
      />
    </label>
  )
}
