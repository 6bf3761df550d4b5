'use client'

import { type ButtonHTMLAttributes, useEffect, useRef, useState } from 'react'

interface Props extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** The label while the form is being sent. */
  pending?: string
}

/** A form's button that shows that the form is under way, and cannot be pressed twice; a plain button without scripts. */
export function SubmitButton({ pending, className = 'button', children, ...rest }: Props) {
  const ref = useRef<HTMLButtonElement>(null)
  const [sent, setSent] = useState<'no' | 'by this' | 'by another'>('no')
  useEffect(() => {
    const form = ref.current?.form
    const begin = ({ submitter }: SubmitEvent) => {
      const isOther = submitter !== null && submitter !== ref.current
      // deferred: a button that is disabled before the form is read is not sent along
      setTimeout(() => setSent(isOther ? 'by another' : 'by this'))
    }
    const end = () => setSent('no') // the page is restored from the browser's cache
    form?.addEventListener('submit', begin)
    addEventListener('pageshow', end)
    return () => {
      form?.removeEventListener('submit', begin)
      removeEventListener('pageshow', end)
    }
  }, [])
  const isBusy = sent === 'by this'
  return (
    <button
      {...rest}
      ref={ref}
      className={className}
      disabled={sent !== 'no'}
      aria-busy={isBusy || undefined}
    >
      {isBusy && <span aria-hidden="true" className="spinner" />}
      {(isBusy && pending) || children}
    </button>
  )
}
