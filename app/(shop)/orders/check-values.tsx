import type { LogLine } from '@/lib/messages/message-log'

/** The three values of a message's check (docs/spec.md T4.4b). */
export function CheckValues({ row }: { row: Pick<LogLine, 'sign' | 'mysign' | 'responseTxt'> }) {
  const values = [
    ['sign', row.sign],
    ['mysign', row.mysign],
    ['responseTxt', row.responseTxt],
  ] as const
  return (
    <dl className="mt-3 grid grid-cols-[6.5rem_1fr] gap-y-0.5 font-mono text-xs">
      {values.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-muted">{name}</dt>
          <dd className="break-all">{value ?? '—'}</dd>
        </div>
      ))}
    </dl>
  )
}
