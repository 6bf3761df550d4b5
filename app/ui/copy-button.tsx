'use client'

import { useEffect, useState, useSyncExternalStore } from 'react'
import { Icon } from './line-icon'

interface Props {
  value: string
  label: string
  done: string
}

/** Copies a value. Not there without scripts, nor where the browser has no clipboard, which needs https or this machine. */
export function CopyButton({ value, label, done }: Props) {
  const canCopy = useSyncExternalStore(
    () => () => {},
    () => 'clipboard' in navigator,
    () => false,
  )
  const [isDone, setDone] = useState(false)
  useEffect(() => {
    if (!isDone) return
    const timer = setTimeout(() => setDone(false), 2000)
    return () => clearTimeout(timer)
  }, [isDone])
  if (!canCopy) return null
  return (
    <>
      <button
        type="button"
        aria-label={label}
        className="-my-1 inline-grid size-8 flex-none cursor-pointer place-items-center rounded-md text-muted hover:bg-wash hover:text-accent"
        onClick={() => void navigator.clipboard.writeText(value).then(() => setDone(true))}
      >
        <Icon name={isDone ? 'check' : 'copy'} className="size-[1.0625rem]" />
      </button>
      <span role="status" className="text-tiny text-go-text">
        {isDone && done}
      </span>
    </>
  )
}
