import Link from 'next/link'
import type { ReactNode } from 'react'
import { readFlash } from '@/app/forms/flash'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { Section } from '@/app/ui/section'
import { SubmitButton } from '@/app/ui/submit-button'
import { readWaybills } from '@/lib/checkout/read-waybills'
import { type LineResult, planShipments } from '@/lib/checkout/ship-many'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { wordsIn } from '@/lib/language'
import { findShippableOrders } from '@/lib/orders/find-orders'
import { chosenOrders } from '../chosen-orders'
import { LineList, lookOf } from './line-list'
import { shipManyWords } from './ship-many-words'
import { TypedWaybills } from './typed-waybills'

export const generateMetadata = pageTitle(shipManyWords, 'title')

const CARRIERS = ['顺丰速运', '中通快递', '圆通速递', '申通快递', '韵达快递', '极兔速递', '京东快递', 'EMS']

/** Ships many orders at once: paste, review, ship. Each step is a form, and the page shows what became of the last one. */
export default async function ShipManyPage({ searchParams }: PageProps<'/merchant/orders/ship'>) {
  await requireMerchant()
  const words = await wordsIn(shipManyWords)
  const query = await searchParams
  const typed = await readFlash(query, TypedWaybills)
  const lines =
    typed?.lines ??
    chosenOrders(query)
      .map((orderNo) => `${orderNo}, `)
      .join('\n')
  const read = typed && !typed.results ? readWaybills(typed.lines) : undefined
  const problem = read && !read.ok ? read.code : typeof query.problem === 'string' ? query.problem : ''
  return (
    <>
      <p className="text-sm">
        <Link href="/merchant/orders?filter=to_ship" prefetch={false} className="link">
          {words.back}
        </Link>
      </p>
      <h1 className="mt-1">{words.title}</h1>
      {words.problems[problem] && (
        <FlashNote tone="bad" className="mt-4">
          {words.problems[problem]}
        </FlashNote>
      )}
      {typed?.results && <Results results={typed.results} />}
      {typed && read?.ok && (
        <Preview typed={typed} planned={await planShipments(read.lines, typed.carrier, ownGateway())} />
      )}
      {(!typed?.results || lines !== '') && (
        <form action="/merchant/orders/ship/check" method="post" className="card mt-6 grid gap-5 p-5">
          <p className="max-w-prose text-muted">{words.intro}</p>
          <Field
            name="carrier"
            label={words.carrier}
            hint={words.carrierHint}
            list="carriers"
            maxLength={64}
            autoComplete="off"
            defaultValue={typed?.carrier}
            className="max-w-80"
          />
          <datalist id="carriers" translate="no">
            {CARRIERS.map((carrier) => (
              <option key={carrier} value={carrier} />
            ))}
          </datalist>
          <Field
            name="lines"
            label={words.lines}
            required
            rows={8}
            translate="no"
            autoComplete="off"
            spellCheck={false}
            placeholder={words.example}
            defaultValue={lines}
          />
          <div>
            <SubmitButton className={read?.ok ? 'button-plain' : 'button'}>
              {read?.ok ? words.checkAgain : words.check}
            </SubmitButton>
          </div>
        </form>
      )}
    </>
  )
}

interface PreviewProps {
  typed: TypedWaybills
  planned: Awaited<ReturnType<typeof planShipments>>
}

/** What would become of each line, and the button that ships. */
async function Preview({ typed, planned }: PreviewProps) {
  const words = await wordsIn(shipManyWords)
  const ready = planned.filter(({ code }) => code === 'ready').length
  const wrong = planned.filter(({ code }) => lookOf(code) === 'wrong').length
  return (
    <Lines title={words.preview} summary={words.summary(ready, wrong)} lines={planned}>
      {ready === 0 ? (
        <p className="mt-4">{words.nothing}</p>
      ) : (
        <form action="/merchant/orders/ship/send" method="post" className="mt-4">
          <input type="hidden" name="lines" value={typed.lines} />
          <input type="hidden" name="carrier" value={typed.carrier} />
          <p className="mb-3 text-muted">{words.previewHint}</p>
          <SubmitButton pending={words.sending}>{words.send(ready)}</SubmitButton>
        </form>
      )}
    </Lines>
  )
}

async function Results({ results }: { results: LineResult[] }) {
  const words = await wordsIn(shipManyWords)
  const left = results.filter(({ code }) => lookOf(code) !== 'done').length
  const shipped = results.filter(({ code }) => code === 'shipped').length
  return (
    <>
      <FlashNote tone={left > 0 ? 'wait' : 'go'} className="mt-4">
        {words.done(shipped, left)}
      </FlashNote>
      <Lines title={words.results} lines={results} />
    </>
  )
}

interface LinesProps {
  title: string
  summary?: string
  lines: LineResult[]
  children?: ReactNode
}

async function Lines({ title, summary, lines, children }: LinesProps) {
  const orders = await findShippableOrders(lines.map(({ orderNo }) => orderNo))
  return (
    <Section id="lines-title" title={title}>
      {summary && <p className="mt-1">{summary}</p>}
      <LineList label={title} lines={lines} orders={orders} />
      {children}
    </Section>
  )
}
