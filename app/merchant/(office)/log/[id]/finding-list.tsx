import { language } from '@/lib/language'
import type { Finding } from '@/lib/messages/explain/explanation'
import { logWords } from '../log-words'

export async function FindingList({ findings }: { findings: Finding[] }) {
  if (findings.length === 0) return null
  const spoken = await language()
  const words = logWords[spoken]
  return (
    <section aria-labelledby="diagnosis" className="card mt-6 border-l-4 border-l-accent p-5">
      <h2 id="diagnosis" className="text-lg font-medium">
        {words.diagnosis}
      </h2>
      <ol className="mt-3 divide-y divide-line">
        {findings.map(({ cause, certain, ...text }) => (
          <li key={cause} className="py-3 first:pt-0 last:pb-0">
            <p className="max-w-prose">{text[spoken]}</p>
            <p className="mt-1 text-sm text-muted">
              {certain ? words.certain : words.likely} · <code className="text-xs">{cause}</code>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
