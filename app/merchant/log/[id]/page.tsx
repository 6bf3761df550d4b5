import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import type { ReactNode } from 'react'
import { beijing } from '@/app/ui/format'
import { MessageNotes } from '@/app/orders/message-notes'
import { orderWords } from '@/app/orders/order-words'
import { ParameterList } from '@/app/orders/parameter-list'
import { reasonInWords } from '@/lib/alipay/reason-words'
import { env } from '@/lib/env'
import { language, wordsIn } from '@/lib/language'
import { explain } from '@/lib/messages/explain/explain'
import { findLogRow } from '@/lib/messages/message-log'
import { transitionOf } from '@/lib/messages/moves'
import { MerchantFrame } from '../../merchant-frame'
import { requireMerchant } from '../../require-merchant'
import { logWords } from '../log-words'
import { ExplanationList } from './explanation-list'
import { RawBytes } from './raw-bytes'
import { SignComparison } from './sign-comparison'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await wordsIn(logWords)).detail }
}

/** One message with everything that is known of it: what came, how it was checked, what was made of it, and why. */
export default async function LogRowPage({ params }: PageProps<'/merchant/log/[id]'>) {
  await requireMerchant()
  const row = await findLogRow((await params).id)
  if (!row) notFound()
  const { alipay } = env()
  const spoken = await language()
  const words = logWords[spoken]
  const { channels, verdicts } = orderWords[spoken]
  const given = row.params && typeof row.params === 'object' ? Object.entries(row.params).sort() : []
  return (
    <MerchantFrame>
      <p className="text-sm text-muted">
        <Link href="/merchant/log" prefetch={false} className={LINK}>
          {words.title}
        </Link>{' '}
        / {channels[row.channel]}
      </p>
      <h1 className="mt-1 text-2xl font-semibold">{verdicts[row.verdict]}</h1>
      <ExplanationList explanations={explain(row, alipay)} />

      <dl className="card mt-6 grid grid-cols-[6rem_1fr] gap-x-3 gap-y-1.5 p-5 text-sm">
        <Fact name={words.received}>
          <time dateTime={row.receivedAt.toISOString()}>{beijing(row.receivedAt, spoken)}</time>
          {words.took(row.milliseconds)}
        </Fact>
        <Fact name={words.sender}>{row.remoteAddress || words.noAddress}</Fact>
        <Fact name={words.order}>
          {row.orderNo === null ? (
            words.noOrderNo
          ) : (
            <Link
              href={`/merchant/orders/${encodeURIComponent(row.orderNo)}`}
              prefetch={false}
              className={LINK}
            >
              {row.orderNo}
            </Link>
          )}
        </Fact>
        <Fact name={words.result}>
          <code>{row.verdict}</code>
          <span className="block text-muted">{reasonInWords(row, spoken)}</span>
          <MessageNotes notes={row.notes} language={spoken} />
        </Fact>
        <Fact name={words.transition}>{transitionOf(row) ?? words.noTransition}</Fact>
        <Fact name={words.answer}>
          <code>{row.answer || words.noAnswer}</code>
        </Fact>
        {row.recheckOf && (
          <Fact name={words.recheck}>
            <Link href={`/merchant/log/${row.recheckOf}`} prefetch={false} className={LINK}>
              {words.recheckOf}
            </Link>
          </Fact>
        )}
        {row.rechecks.map(({ id, receivedAt }) => (
          <Fact key={id} name={words.later}>
            <Link href={`/merchant/log/${id}`} prefetch={false} className={LINK}>
              {words.rechecked(beijing(receivedAt, spoken))}
            </Link>
          </Fact>
        ))}
      </dl>
      {row.trimmedFrom === null ? (
        <form action={`/merchant/log/${row.id}/recheck`} method="post" className="mt-4">
          <button className="button">{words.recheck}</button>
          <span className="ml-3 text-sm text-muted">{words.recheckHint}</span>
        </form>
      ) : (
        <p className="mt-4 text-muted">{words.trimmed(row.rawBytes.length, row.trimmedFrom)}</p>
      )}

      <SignComparison row={row} />

      <Section id="params" title={words.parameters(given.length)}>
        {given.length === 0 ? (
          <p className="text-muted">{words.noParameters}</p>
        ) : (
          <ParameterList params={given} empty={words.empty} />
        )}
      </Section>

      <Section id="string" title={words.stringToSign}>
        <p className="font-mono text-xs break-all">
          <span translate="no">{row.stringToSign ?? '—'}</span>
          {row.stringToSign !== null && <span className="text-muted">{words.key}</span>}
        </p>
      </Section>

      <RawBytes bytes={row.rawBytes} charset={alipay.charset} />
    </MerchantFrame>
  )
}

const LINK = 'break-all text-accent underline underline-offset-2'

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-muted">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  )
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-8">
      <h2 id={id} className="text-lg font-medium">
        {title}
      </h2>
      <div className="card mt-3 p-4">{children}</div>
    </section>
  )
}
