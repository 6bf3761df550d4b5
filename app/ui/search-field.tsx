'use client'

import { useSearchParams } from 'next/navigation'
import type { ComponentProps } from 'react'

/** The text of the search; on the page of its results it still holds what was searched. */
export function SearchField(props: ComponentProps<'input'>) {
  const query = useSearchParams().get('q') ?? ''
  return <input key={query} {...props} type="search" name="q" defaultValue={query} />
}
