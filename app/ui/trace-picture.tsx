import type { Language } from '@/lib/dictionary'
import type { Trace, TraceGroup } from '@/lib/messages/trace'
import { beijing } from './format'
import { pictureWords } from './picture-words'
import { TracePictureSvg } from './trace-picture-svg'

export interface TracePictureProps {
  trace: Trace
  /** The address of the message behind an arrow, if there is one. */
  hrefOf: (source: NonNullable<TraceGroup['source']>) => string | undefined
  language: Language
}

/** The protocol trace as a sequence diagram for narrow and for wide windows, and as a list. */
export function TracePicture({ trace, hrefOf, language }: TracePictureProps) {
  const words = pictureWords[language]
  const linked = trace.groups.map((group) => ({
    group,
    href: group.source ? hrefOf(group.source) : undefined,
  }))
  if (linked.length === 0) return <p className="mt-2 text-muted">{words.nothing}</p>
  return (
    <div className="card mt-3 p-3 sm:p-5">
      <div className="sm:hidden">
        <TracePictureSvg id="trace-narrow" orderNo={trace.orderNo} {...{ linked, language }} wide={false} />
      </div>
      <div className="hidden sm:block">
        <TracePictureSvg id="trace-wide" orderNo={trace.orderNo} {...{ linked, language }} wide />
      </div>
      {trace.truncated && <p className="mt-2 text-sm text-muted">{words.more}</p>}
      <details className="mt-3 text-sm">
        <summary className="cursor-pointer text-accent underline underline-offset-2">{words.asText}</summary>
        <ol className="mt-3 space-y-2">
          {linked.map(({ group, href }) => (
            <li key={group.key}>
              <span className="text-muted tabular-nums">{beijing(group.at, language)}</span>{' '}
              {href ? (
                <a href={href} className="text-accent underline underline-offset-2 [overflow-wrap:anywhere]">
                  {sentenceOf(group, language)}
                </a>
              ) : (
                <span className="[overflow-wrap:anywhere]">{sentenceOf(group, language)}</span>
              )}
            </li>
          ))}
        </ol>
      </details>
    </div>
  )
}

/** A group in one sentence. */
function sentenceOf({ steps, count }: TraceGroup, language: Language): string {
  const { parties, arrow, comma, unseen, semicolon, times } = pictureWords[language]
  const told = steps.map(({ from, to, what, word, seen, note }) => {
    const said = `${what[language]} ${word}${note ? comma + note : ''}${seen ? '' : unseen}`
    return arrow(parties[from], from === to ? undefined : parties[to], said)
  })
  if (count > 1) told.push(times(count))
  return told.join(semicolon)
}
