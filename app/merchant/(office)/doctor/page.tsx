import type { Metadata } from 'next'
import { DOCTOR_CHECKS } from '@/app/(shop)/learn/errors/doctor-checks'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { WithChinese } from '@/app/ui/with-chinese'
import type { Bilingual } from '@/lib/dictionary'
import { examine } from '@/lib/doctor/examine'
import { exitCode, type Level, LEVEL_WORDS, summary } from '@/lib/doctor/report'
import { env } from '@/lib/env'
import { language, wordsIn } from '@/lib/language'
import { doctorWords } from './doctor-words'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await wordsIn(doctorWords)).title,
})

const COLOURS: Record<Level, string> = {
  ok: 'text-accent',
  warning: 'text-warn',
  error: 'text-bad',
  look: 'text-muted',
  skipped: 'text-muted',
}

/** The checks of `npm run doctor` (docs/spec.md T2.1, T5.2A), made from the running shop. */
export default async function DoctorPage() {
  await requireMerchant()
  const spoken = await language()
  const words = doctorWords[spoken]
  const said = (text: Bilingual) => (spoken === 'en' ? <WithChinese text={text.en} /> : text.zh)
  const sections = await examine(env)
  const worst = (['ok', 'warning', 'error'] as const)[exitCode(sections)]
  return (
    <>
      <h1 className="text-2xl font-semibold">{words.title}</h1>
      <div className="card mt-4 p-5">
        <p className={`text-lg font-medium ${COLOURS[worst]}`}>{words.verdicts[worst]}</p>
        <p className="tabular-nums">{summary(sections, spoken)}</p>
        <p className="mt-2 text-sm text-muted">{words.again}</p>
      </div>
      {sections.map(({ title, lines }) => (
        <section key={title.zh} aria-label={title[spoken]} className="mt-8">
          <h2 className="text-lg font-medium">{title[spoken]}</h2>
          <ul className="card mt-3 divide-y divide-line">
            {lines.map(({ check, level, found, remedy }) => (
              <li key={check} data-check={check} className="flex gap-x-4 gap-y-1 px-4 py-3 max-sm:flex-col">
                <p className={`shrink-0 font-medium sm:w-24 ${COLOURS[level]}`}>
                  {LEVEL_WORDS[level].mark} {LEVEL_WORDS[level][spoken]}
                </p>
                <div className="min-w-0 [overflow-wrap:anywhere]">
                  <p>{said(found)}</p>
                  {remedy && (
                    <p className="mt-1 text-muted">
                      {words.remedy}
                      {said(remedy)}
                    </p>
                  )}
                  {(level === 'warning' || level === 'error') && Object.hasOwn(DOCTOR_CHECKS, check) && (
                    <a href={`/learn/errors/${check}`} className="link mt-1 inline-block py-0.5 text-sm">
                      {words.learn}
                    </a>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  )
}
