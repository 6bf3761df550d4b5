'use client'

import { useEffect } from 'react'

/** Goes to another site after some seconds; without scripts the browser does it. */
export function RedirectAfter({ seconds, url }: { seconds: number; url: string }) {
  useEffect(() => {
    const timer = setTimeout(() => location.assign(url), seconds * 1000)
    return () => clearTimeout(timer)
  }, [seconds, url])
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`${seconds};url=${url}`} />
    </noscript>
  )
}
