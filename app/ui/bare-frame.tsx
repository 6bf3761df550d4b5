import type { ReactNode } from 'react'

/**
 * The shop's mark above a page of its own. Next sends the error pages of the root along with every page, so that they have
 * no header and no footer.
 */
export const BareFrame = ({ home, children }: { home: string; children: ReactNode }) => (
  <main className="wrap py-16">
    <p className="text-center">
      {/* eslint-disable-next-line @next/next/no-html-link-for-pages -- loads the page anew: its scripts may be gone */}
      <a href="/" aria-label={home} className="inline-block">
        {/* eslint-disable-next-line @next/next/no-img-element -- a drawing, already small */}
        <img src="/pictures/seal.svg" alt="" width={44} height={44} />
      </a>
    </p>
    {children}
  </main>
)
