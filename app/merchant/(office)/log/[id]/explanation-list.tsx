import { language } from '@/lib/language'
import type { Explanation } from '@/lib/messages/explain/explanation'
import { logWords } from '../log-words'

/** What is wrong, and what to do. */
export async function ExplanationList({ explanations }: { explanations: Explanation[] }) {
  if (explanations.length === 0) return null
  const spoken = await language()
  const words = logWords[spoken]
  return (
    <section aria-labelledby="diagnosis" className="card mt-6 border-l-4 border-l-accent p-5">
      <h2 id="diagnosis" className="text-lg font-medium">
        {words.diagnosis}
      </h2>
      <ol className="mt-3 divide-y divide-line">
        {explanations.map(({ cause, certain, ...text }) => (
          <li key={cause} className="py-3 first:pt-0 last:pb-0">
            <p className="max-w-prose">{text[spoken]}</p>
            <p className="mt-1 text-sm text-muted">
              {certain ? words.certain : words.likely} ·{' '}
              <a href={`/learn/errors/${cause}`} className="link">
                <code className="text-xs">{cause}</code>
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
