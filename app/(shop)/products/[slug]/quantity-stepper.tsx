'use client'

import { useRef } from 'react'

interface Props {
  name: string
  label: string
  less: string
  more: string
  max: number
}

const BUTTON =
  'min-h-11 w-11 cursor-pointer text-xl leading-none -outline-offset-2 hover:bg-wash noscript:hidden'

/** A whole number from 1, typed or changed by two buttons; without scripts it is typed. */
export function QuantityStepper({ name, label, less, more, max }: Props) {
  const ref = useRef<HTMLInputElement>(null)
  const step = (by: 'stepUp' | 'stepDown') => {
    ref.current?.[by]()
    ref.current?.dispatchEvent(new Event('change', { bubbles: true })) // which a step does not tell
  }
  return (
    <div className="grid justify-items-start gap-2">
      <label htmlFor={name} className="text-sm font-semibold">
        {label}
      </label>
      <div className="flex overflow-hidden rounded-md border border-field-line bg-card">
        <button type="button" aria-label={less} className={BUTTON} onClick={() => step('stepDown')}>
          −
        </button>
        <input
          ref={ref}
          id={name}
          name={name}
          type="number"
          inputMode="numeric"
          min={1}
          max={max}
          step={1}
          defaultValue={1}
          required
          className="figures min-h-11 w-12 [appearance:textfield] text-center font-semibold -outline-offset-2 noscript:w-20 [&::-webkit-inner-spin-button]:hidden"
        />
        <button type="button" aria-label={more} className={BUTTON} onClick={() => step('stepUp')}>
          +
        </button>
      </div>
    </div>
  )
}
