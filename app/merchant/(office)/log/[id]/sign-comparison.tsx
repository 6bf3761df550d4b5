import { Fragment } from 'react'
import { checkValues } from '@/app/(shop)/orders/check-values'
import { Section } from '@/app/ui/section'
import { wordsIn } from '@/lib/language'
import { shownMysign } from '@/lib/messages/message-log'
import { logWords } from '../log-words'

interface Checked {
  sign: string | null
  mysign: string | null
  responseTxt: string | null
}

/** The values of the check (docs/spec.md T4.4b), with the first differing character of the signs marked. */
export async function SignComparison({ row }: { row: Checked }) {
  const words = await wordsIn(logWords)
  const mysign = shownMysign(row)
  const differs = row.mysign !== null && row.sign !== row.mysign
  const hidden = mysign?.endsWith('…') ? mysign.length - 1 : (mysign?.length ?? 0)
  const parting = differs ? firstDifference(row.sign ?? '', (mysign ?? '').slice(0, hidden)) : undefined
  const [, ...others] = await checkValues({ ...row, mysign })
  return (
    <Section id="check" title={words.check}>
      <dl className="card mt-3 grid grid-cols-[6.5rem_1fr] gap-y-1 p-4 font-mono text-sm">
        <dt className="text-muted">sign</dt>
        <dd className="break-all">{row.sign ? <Marked text={row.sign} at={parting} /> : '—'}</dd>
        {others.map(([name, value]) => (
          <Fragment key={name}>
            <dt className="text-muted">{name}</dt>
            <dd className="break-all">
              {value ? <Marked text={value} at={name === 'mysign' ? parting : undefined} /> : '—'}
            </dd>
          </Fragment>
        ))}
      </dl>
      {differs && (
        <p className="mt-2 text-sm text-muted">
          {parting === undefined ? words.partsAfter(hidden) : words.partsAt(parting + 1)} {words.mysignHidden}
        </p>
      )}
    </Section>
  )
}

/** The index within the shown part of mysign; undefined if that part is equal. */
function firstDifference(sign: string, start: string): number | undefined {
  const at = [...start].findIndex((character, index) => character !== sign[index])
  return at < 0 ? undefined : at
}

function Marked({ text, at }: { text: string; at: number | undefined }) {
  if (at === undefined) return text
  return (
    <>
      {text.slice(0, at)}
      <mark className="bg-note text-on-note">{text.slice(at, at + 1)}</mark>
      {text.slice(at + 1)}
    </>
  )
}
