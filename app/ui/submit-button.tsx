'use client'

import { type ButtonHTMLAttributes, useEffect, useRef, useState } from 'react'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it says while its form is on the way; what it always says, if nothing else. */
  pending?: string
}

/** A form's button that is not pressed twice. Without scripts a plain one. */
export function SubmitButton({ pending, className = 'button', children, ...rest }: Props) {
  const ref = useRef<HTMLButtonElement>(null)
  const [isPending, setPending] = useState(false)
  useEffect(() => {
    const form = ref.current?.form
    // later: a button that is disabled before the form is read is not sent along
    const begin = () => void setTimeout(() => setPending(true))
    const end = () => setPending(false) // the page comes back out of the browser's cache
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
