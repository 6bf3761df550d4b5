import type { Trace, TraceGroup } from '@/lib/payments/trace'
import { beijing } from './format'
import { PARTY_WORDS } from './trace-picture-geometry'
import { TracePictureSvg } from './trace-picture-svg'

export interface TracePictureProps {
  trace: Trace
  /** Where the message behind some arrows can be read; undefined where there is no such place. */
  hrefOf: (source: NonNullable<TraceGroup['source']>) => string | undefined
}

/**
 * The protocol trace as a sequence diagram between the buyer's browser, the shop and Alipay, once for narrow and once
 * for wide windows, and the same as a list.
 */
export function TracePicture({ trace, hrefOf }: TracePictureProps) {
  const linked = trace.groups.map((group) => ({
    group,
    href: group.source ? hrefOf(group.source) : undefined,
  }))
  if (linked.length === 0) return <p className="mt-2 text-muted">还没有任何往来。</p>
  return (
    <div className="card mt-3 p-3 sm:p-5">
      <div className="sm:hidden">
        <TracePictureSvg id="trace-narrow" orderNo={trace.orderNo} linked={linked} wide={false} />
      </div>
      <div className="hidden sm:block">
        <TracePictureSvg id="trace-wide" orderNo={trace.orderNo} linked={linked} wide />
      </div>
      {trace.truncated && <p className="mt-2 text-sm text-muted">后面还有，这里不再画出。</p>}
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-accent underline underline-offset-2">用文字列出</summary>
        <ol className="mt-3 space-y-2">
          {linked.map(({ group, href }) => (
            <li key={group.key}>
              <span className="text-muted tabular-nums">{beijing(group.at)}</span>{' '}
              {href ? (
                <a href={href} className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]">
                  {sentenceOf(group)}
                </a>
              ) : (
                <span className="[overflow-wrap:anywhere]">{sentenceOf(group)}</span>
              )}
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

/** A group in one sentence, as it is read aloud. */
function sentenceOf({ steps, count }: TraceGroup): string {
  const told = steps.map(({ from, to, zh, word, seen, note }) => {
    const way = from === to ? PARTY_WORDS[from] : `${PARTY_WORDS[from]}到${PARTY_WORDS[to]}`
    return `${way}：${zh} ${word}${note ? `，${note}` : ''}${seen ? '' : '（本店看不到）'}`
  })
  return told.join('；') + (count > 1 ? `；共 ${count} 次` : '')
}
