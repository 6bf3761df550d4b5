import lighthouse, { type Result } from 'lighthouse'

export const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const

export interface Visit {
  /** Scores, 0 to 100, in the order of CATEGORIES, for Lighthouse's default: a telephone on a slow network, simulated. */
  scores: number[]
  /** Milliseconds of the largest paint, observed on loopback without throttling. */
  lcpMs: number
  cls: number
  /** Bytes on the wire: compressed, with headers. */
  bytes: { html: number; css: number; scripts: number; pictures: number; total: number }
  /** The audits that cost points, by their Lighthouse names; those of speed only where they cost much. */
  complaints: string[]
}

/**
 * One visit with an empty cache, in the browser that can be debugged on this port. The audit `is-crawlable` runs only for
 * pages that search engines may read: on the others it would take 40 points for what is intended.
 */
export async function visitPage(url: string, port: number, forSearch: boolean): Promise<Visit> {
  const lhr = await audit(url, port, forSearch ? [] : ['is-crawlable', 'robots-txt'])
  const observed = rowsOf(lhr, 'metrics')[0] ?? {}
  const bytes = (kind: string) =>
    Number(rowsOf(lhr, 'resource-summary').find(({ resourceType }) => resourceType === kind)?.transferSize)
  return {
    scores: CATEGORIES.map((name) => Math.round((lhr.categories[name]?.score ?? 0) * 100)),
    lcpMs: Number(observed.observedLargestContentfulPaint),
    cls: Number(observed.observedCumulativeLayoutShift),
    bytes: {
      html: bytes('document'),
      css: bytes('stylesheet'),
      scripts: bytes('script'),
      pictures: bytes('image'),
      total: bytes('total'),
    },
    complaints: complaintsOf(lhr),
  }
}

/** Visits again when the browser lost the trace of a visit (on a busy machine), as Lighthouse advises. */
async function audit(url: string, port: number, skipAudits: string[]): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    const result = await lighthouse(url, {
      port,
      onlyCategories: [...CATEGORIES],
      skipAudits,
      logLevel: 'error',
    })
    const error = result?.lhr.runtimeError
    if (result && !error) return result.lhr
    if (attempt === 3) throw new Error(`${url}: ${error?.message ?? 'no result'}`)
  }
}

/** The first row of the audit `metrics` and the rows of `resource-summary` are tables of plain values. */
function rowsOf(lhr: Result, audit: string): Record<string, unknown>[] {
  const details = lhr.audits[audit]?.details
  if (details?.type === 'debugdata') return Array.isArray(details.items) ? details.items : []
  return details?.type === 'table' ? details.items : []
}

function complaintsOf({ categories, audits }: Result): string[] {
  return CATEGORIES.flatMap((category) =>
    (categories[category]?.auditRefs ?? [])
      .filter(
        ({ id, weight }) => weight > 0 && (audits[id]?.score ?? 1) < (category === 'performance' ? 0.9 : 1),
      )
      .map(({ id }) => id),
  )
}
