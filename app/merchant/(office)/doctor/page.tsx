import type { Metadata } from 'next'
import { Fragment } from 'react'
import { DOCTOR_CHECKS } from '@/app/(shop)/learn/errors/doctor-checks'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { Badge, type BadgeLook } from '@/app/ui/badge'
import { FlashNote } from '@/app/ui/flash-note'
import { WithChinese } from '@/app/ui/with-chinese'
import type { Bilingual } from '@/lib/dictionary'
import { examine } from '@/lib/doctor/examine'
import { exitCode, type Level, LEVEL_WORDS, type Line, type Section, summary } from '@/lib/doctor/report'
import { env } from '@/lib/env'
import { language, wordsIn } from '@/lib/language'
import { doctorWords } from './doctor-words'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await wordsIn(doctorWords)).title,
})

const LOOKS: Record<Level, BadgeLook> = {
  ok: { tone: 'go' },
  warning: { tone: 'wait' },
  error: { tone: 'bad' },
  look: { tone: 'info', isHollow: true },
  skipped: { tone: 'idle', isHollow: true },
}

const TONES = { ok: 'go', warning: 'wait', error: 'bad' } as const

/** The checks of `npm run doctor` (docs/spec.md T2.1, T5.2A), made from the running shop. */
export default async function DoctorPage() {
  await requireMerchant()
  const spoken = await language()
  const words = doctorWords[spoken]
  const sections = await examine(env)
  const worst = (['ok', 'warning', 'error'] as const)[exitCode(sections)]
  return (
    <>
      <h1>{words.title}</h1>
      <FlashNote tone={TONES[worst]} className="mt-4">
        <p className="font-semibold">{words.verdicts[worst]}</p>
        <p className="tabular-nums">{summary(sections, spoken)}</p>
      </FlashNote>
      <p className="mt-2 text-sm text-muted">{words.again}</p>
      {sections.map((section) => (
        <SectionOf key={section.title.zh} {...section} />
      ))}
    </>
  )
}

/** What needs a look, and folded what is all right. */
async function SectionOf({ title, lines }: Section) {
  const spoken = await language()
  const fine = lines.filter(({ level }) => level === 'ok')
  const others = lines.filter(({ level }) => level !== 'ok')
  return (
    <section aria-label={title[spoken]} className="mt-8">
      <h2>{title[spoken]}</h2>
      {others.length > 0 && <LineList lines={others} />}
      {fine.length > 0 && (
        <details className="mt-2">
          <summary className="w-fit cursor-pointer py-1 text-go-text">
            {doctorWords[spoken].fine(fine.length)} ✓
          </summary>
          <LineList lines={fine} />
        </details>
      )}
    </section>
  )
}

async function LineList({ lines }: { lines: Line[] }) {
  const spoken = await language()
  const said = (text: Bilingual) => (spoken === 'en' ? <WithChinese text={text.en} /> : text.zh)
  return (
    <ul className="card mt-3 divide-y divide-line">
      {lines.map(({ check, level, found, remedy, values = [] }) => (
        <li key={check} data-check={check} className="flex gap-x-4 gap-y-1 px-4 py-3 max-sm:flex-col">
          <p className="shrink-0 sm:w-36">
            <Badge {...LOOKS[level]}>{LEVEL_WORDS[level][spoken]}</Badge>
          </p>
          <div className="min-w-0 [overflow-wrap:anywhere]">
            <p>{said(found)}</p>
            {values.length > 0 && (
              <dl className="mt-2 grid grid-cols-[auto_minmax(0,1fr)] gap-x-5 gap-y-1 text-sm">
                {values.map(({ name, list }) => (
                  <Fragment key={name.zh}>
                    <dt className="text-muted">{name[spoken]}</dt>
                    <dd className="flex flex-wrap gap-x-4">
                      {list.map((value) => (
                        <code key={value} className="tabular-nums">
                          {value}
                        </code>
                      ))}
                    </dd>
                  </Fragment>
                ))}
              </dl>
            )}
            {remedy && (
              <p className="mt-1 text-muted">
                {doctorWords[spoken].remedy}
                {said(remedy)}
              </p>
            )}
            {(level === 'warning' || level === 'error') && Object.hasOwn(DOCTOR_CHECKS, check) && (
              <a href={`/learn/errors/${check}`} className="link mt-1 inline-block py-0.5 text-sm">
                {doctorWords[spoken].learn}
              </a>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
