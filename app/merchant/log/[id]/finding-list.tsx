import type { Finding } from '@/lib/payments/finding'

/** What is wrong and what to do, in both languages. */
export function FindingList({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null
  return (
    <section aria-labelledby="diagnosis" className="mt-6">
      <h2 id="diagnosis" className="text-lg font-medium">
        诊断
      </h2>
      <ol className="mt-3 space-y-3">
        {findings.map(({ cause, zh, en, certain }) => (
          <li key={cause} className="card border-l-4 border-l-accent p-4">
            <p className="text-sm text-muted">
              {certain ? '可以确定' : '有可能'} · <code className="text-xs">{cause}</code>
            </p>
            <p className="mt-1">{zh}</p>
            <p lang="en" className="mt-1 text-sm text-muted">
              {en}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
