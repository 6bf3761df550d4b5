import type { Metadata } from 'next'
import { examine } from '@/lib/doctor/examine'
import type { Level } from '@/lib/doctor/line'
import { LEVEL_WORDS, summary } from '@/lib/doctor/report'
import { env } from '@/lib/env'
import { MerchantFrame } from '../merchant-frame'
import { requireMerchant } from '../require-merchant'

export const metadata: Metadata = { title: '体检' }

const COLOURS: Record<Level, string> = {
  ok: 'text-accent',
  warning: 'text-warn',
  error: 'text-bad',
  look: 'text-muted',
  skipped: 'text-muted',
}

/** The doctor (docs/spec.md T2.1, T5.2A) as `npm run doctor` has it, seen from the running shop. */
export default async function DoctorPage() {
  await requireMerchant()
  const sections = await examine(env)
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">体检</h1>
      <p className="mt-2 text-muted">
        {summary(sections, 'zh')}。刷新本页再查一次；命令行是 npm run doctor。
      </p>
      {sections.map(({ title, lines }) => (
        <section key={title.zh} aria-label={title.zh} className="mt-8">
          <h2 className="text-lg font-medium">{title.zh}</h2>
          <ul className="card mt-3 divide-y divide-line">
            {lines.map(({ id, check, level, found, remedy }) => (
              <li key={check} data-check={check} className="flex gap-x-4 gap-y-1 px-4 py-3 max-sm:flex-col">
                <p className={`shrink-0 font-medium sm:w-20 ${COLOURS[level]}`}>
                  {LEVEL_WORDS[level].mark} {LEVEL_WORDS[level].zh}
                </p>
                <div className="min-w-0 [overflow-wrap:anywhere]">
                  <p>{found.zh}</p>
                  {remedy && <p className="mt-1 text-muted">怎么办：{remedy.zh}</p>}
                </div>
                {id && <code className="text-xs text-muted sm:ml-auto sm:shrink-0">{id}</code>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </MerchantFrame>
  )
}
