import Link from 'next/link'
import type { ReactNode } from 'react'
import { CopyNumber } from '@/app/ui/copy-number'
import { beijing } from '@/app/ui/format'
import { reasonInWords } from '@/lib/alipay/reason-words'
import { Section } from '@/app/ui/section'
import { SubmitButton } from '@/app/ui/submit-button'
import { MessageNotes } from '@/app/(shop)/orders/message-notes'
import { orderWords } from '@/app/(shop)/orders/order-words'
import { ParameterList } from '@/app/(shop)/orders/parameter-list'
import { env } from '@/lib/env'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { explain } from '@/lib/messages/explain/explain'
import { findLogRow } from '@/lib/messages/message-log'
import { transitionOf } from '@/lib/messages/moves'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { MissingInOffice } from '../../missing-in-office'
import { Fact } from '../../fact'
import { logWords } from '../log-words'
import { VerdictBadge } from '../verdict-badge'
import { ExplanationList } from './explanation-list'
import { RawBytes } from './raw-bytes'
import { SignComparison } from './sign-comparison'

export const generateMetadata = pageTitle(logWords, 'detail')

/** One message: what came, how it was checked, what it changed, and why. */
export default async function LogRowPage({ params }: PageProps<'/merchant/log/[id]'>) {
  await requireMerchant()
  const row = await findLogRow((await params).id)
  if (!row) return <MissingInOffice />
  const { alipay } = env()
  const spoken = await language()
  const words = logWords[spoken]
  const { channels } = orderWords[spoken]
  const given = row.params && typeof row.params === 'object' ? Object.entries(row.params).sort() : []
  return (
    <>
      <p className="text-sm text-muted">
        <Link href="/merchant/log" prefetch={false} className="link">
          {words.title}
        </Link>{' '}
        / {channels[row.channel]}
      </p>
      <div className="mt-1 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h1>{words.detail}</h1>
        <VerdictBadge verdict={row.verdict} />
      </div>
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
            <span className="flex flex-wrap items-center gap-x-3">
              <CopyNumber value={row.orderNo} />
              <Link
                href={`/merchant/orders/${encodeURIComponent(row.orderNo)}`}
                prefetch={false}
                className="link"
              >
                {words.toOrder}
              </Link>
            </span>
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
            <Link href={`/merchant/log/${row.recheckOf}`} prefetch={false} className="link break-all">
              {words.recheckOf}
            </Link>
          </Fact>
        )}
        {row.rechecks.map(({ id, receivedAt }) => (
          <Fact key={id} name={words.later}>
            <Link href={`/merchant/log/${id}`} prefetch={false} className="link break-all">
              {words.rechecked(beijing(receivedAt, spoken))}
            </Link>
          </Fact>
        ))}
      </dl>
      {row.trimmedFrom === null ? (
        <form action={`/merchant/log/${row.id}/recheck`} method="post" className="mt-4">
          <SubmitButton>{words.recheck}</SubmitButton>
          <span className="ml-3 text-sm text-muted">{words.recheckHint}</span>
        </form>
      ) : (
        <p className="mt-4 text-muted">{words.trimmed(row.rawBytes.length, row.trimmedFrom)}</p>
      )}

      <SignComparison row={row} />

      <CardSection id="params" title={words.parameters(given.length)}>
        {given.length === 0 ? (
          <p className="text-muted">{words.noParameters}</p>
        ) : (
          <ParameterList params={given} empty={words.empty} />
        )}
      </CardSection>

      <CardSection id="string" title={words.stringToSign}>
        <p className="font-mono text-xs break-all">
          <span translate="no">{row.stringToSign ?? '—'}</span>
          {row.stringToSign !== null && <span className="text-muted">{words.key}</span>}
        </p>
      </CardSection>

      <RawBytes bytes={row.rawBytes} charset={ownGateway().charset} />
    </>
  )
}

function CardSection({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <Section id={id} title={title}>
      <div className="card mt-3 p-4">{children}</div>
    </Section>
  )
}
