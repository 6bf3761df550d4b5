'use client'

import { type ButtonHTMLAttributes, useEffect, useRef, useState } from 'react'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The label while the form is being sent. */
  pending?: string
}

/** A form's button that cannot be pressed twice; a plain button without scripts. */
export function SubmitButton({ pending, className = 'button', children, ...rest }: Props) {
  const ref = useRef<HTMLButtonElement>(null)
  const [isPending, setPending] = useState(false)
  useEffect(() => {
    const form = ref.current?.form
    // deferred: a button that is disabled before the form is read is not sent along
    const begin = () => void setTimeout(() => setPending(true))
    const end = () => setPending(false) // the page is restored from the browser's cache
    form?.addEventListener('submit', begin)
    addEventListener('pageshow', end)
    return () => {
      form?.removeEventListener('submit', begin)
      removeEventListener('pageshow', end)
    }
  }, [])
  return (
    <button {...rest} ref={ref} className={className} disabled={isPending}>
      {isPending && pending ? pending : children}
    </button>
  )
}
