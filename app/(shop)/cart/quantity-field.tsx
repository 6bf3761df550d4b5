'use client'

import type { InputHTMLAttributes } from 'react'

/** A number field whose form is sent as soon as the number is changed; with Enter or a button without scripts. */
export const QuantityField = (props: InputHTMLAttributes<HTMLInputElement>) => (
  <input
    {...props}
    type="number"
    inputMode="numeric"
    ref={(input) => {
      const send = () => input?.form?.requestSubmit()
      input?.addEventListener('change', send)
      return () => input?.removeEventListener('change', send)
    }}
  />
)
