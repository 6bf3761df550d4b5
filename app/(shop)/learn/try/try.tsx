import type { ReactNode } from 'react'
import { SubmitButton } from '@/app/ui/submit-button'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { readScenario } from '@/scenarios/scenario'
import { learnWords } from '../learn-words'
import { stepInWords } from './step-words'

/** Something to do on the running shop: a scenario to be played by a button, or lines for a terminal. */
export async function Try({ scenario, children }: { scenario?: string; children: ReactNode }) {
  const words = learnWords[await language()]
  return (
    <section className="card border-l-4 border-l-accent p-4">
      <p className="text-tiny text-accent">{words.doIt}</p>
      {scenario ? <Play name={scenario} /> : <p className="text-sm text-muted">{words.byHand}</p>}
      <div className="mt-3 space-y-3">{children}</div>
      {!env().sandbox && <p className="mt-3 text-sm text-warn">{words.noSandbox}</p>}
    </section>
  )
}

async function Play({ name }: { name: string }) {
  const spoken = await language()
  const words = learnWords[spoken]
  const { title, steps, interface: paidBy } = readScenario(name)
  const { sandbox, alipay } = env()
  return (
    <>
      <p className="font-semibold first-letter:uppercase">{title[spoken]}</p>
      <ol className="mt-2 flex flex-wrap gap-x-2 gap-y-1 text-sm text-muted">
        {steps.map((step, index) => {
          const { words, options } = stepInWords(step, spoken)
          return (
            <li key={index} className="after:ml-2 after:content-['→'] last:after:hidden">
              {words} {options && <code>{options}</code>}
            </li>
          )
        })}
      </ol>
      {sandbox && alipay.kind === paidBy && (
        <form action="/learn/try" method="post" className="mt-3">
          <input type="hidden" name="scenario" value={name} />
          <SubmitButton pending={words.playing}>{words.play}</SubmitButton>
          <p className="mt-2 text-sm text-muted">{words.plays}</p>
        </form>
      )}
      {sandbox && alipay.kind !== paidBy && (
        <p className="mt-3 text-sm text-warn">{words.otherInterface(paidBy === 'partner')}</p>
      )}
      <p className="mt-2 text-sm text-muted">
        {words.inTerminal} <code>npm run scenario -- {name}</code>
      </p>
    </>
  )
}
