import Link from 'next/link'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { FlashNote } from '@/app/ui/flash-note'
import { beijing } from '@/app/ui/format'
import { pageTitle } from '@/app/ui/page-title'
import { Section } from '@/app/ui/section'
import { SubmitButton } from '@/app/ui/submit-button'
import { LOCALES } from '@/lib/dictionary'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { findMail, isSendable } from '@/lib/mail/find-mails'
import { mailErrorWords } from '@/lib/mail/mail-error-words'
import { findOrder } from '@/lib/orders/find-orders'
import { MissingInOffice } from '../../missing-in-office'
import { Fact } from '../../fact'
import { MailBadge } from '../mail-badge'
import { mailWords } from '../mail-words'

export const generateMetadata = pageTitle(mailWords, 'title')

/** One mail: to whom, what became of it, and what it says as text and as HTML. */
export default async function MailPage({ params, searchParams }: PageProps<'/merchant/mails/[id]'>) {
  await requireMerchant()
  const mail = await findMail((await params).id)
  if (!mail) return <MissingInOffice />
  const { done, failed } = await searchParams
  const spoken = await language()
  const words = mailWords[spoken]
  const { body, error, dueAt, sentAt, orderNo } = mail
  const locale = mail.language === 'en' ? LOCALES.en : LOCALES.zh
  return (
    <>
      <p className="text-sm text-muted">
        <Link href="/merchant/mails" prefetch={false} className="link py-1">
          {words.title}
        </Link>
      </p>
      <h1 lang={locale} translate="no" className="mt-1 [overflow-wrap:anywhere]">
        {mail.subject}
      </h1>
      {done === 'posted' && (
        <FlashNote tone="go" className="mt-4">
          {words.posted}
        </FlashNote>
      )}
      {failed === 'not_posted' && (
        <FlashNote tone="bad" className="mt-4">
          {words.notPosted}
        </FlashNote>
      )}
      <dl className="card mt-6 grid grid-cols-[6.5rem_1fr] gap-x-3 gap-y-1.5 p-5 text-sm">
        <Fact name={words.kind}>
          {words.kinds[mail.kind] ?? mail.kind} <MailBadge state={mail.state} />
        </Fact>
        <Fact name={words.to}>
          <span translate="no">{mail.to}</span>
        </Fact>
        {orderNo && (
          <Fact name={words.order}>
            <OrderNumber orderNo={orderNo} />
          </Fact>
        )}
        <Fact name={words.made}>{beijing(mail.createdAt, spoken)}</Fact>
        {sentAt && <Fact name={words.sentAt}>{beijing(sentAt, spoken)}</Fact>}
        {mail.attempts > 0 && <Fact name={words.attempts}>{mail.attempts}</Fact>}
        {dueAt && <Fact name={words.due}>{beijing(dueAt, spoken)}</Fact>}
        {error && (
          <Fact name={words.problem}>
            <span className="text-bad">
              {words.reply(mailErrorWords[spoken][error] ?? error, mail.reply)}
            </span>{' '}
            {words.whatToDo[error]}
          </Fact>
        )}
      </dl>
      {env().mail && isSendable(mail) && (
        <form action={`/merchant/mails/${mail.id}/send`} method="post" className="mt-4">
          <SubmitButton pending={words.sending}>
            {mail.state === 'kept' ? words.send : words.sendAgain}
          </SubmitButton>
        </form>
      )}
      {!body && (
        <p className="card mt-6 p-5 text-muted">
          {mail.state === 'waiting' || isSendable(mail) ? words.hidden : words.gone}
        </p>
      )}
      {body && (
        <>
          <Section id="text" title={words.text}>
            <pre
              lang={locale}
              translate="no"
              className="card mt-3 overflow-x-auto p-4 text-sm whitespace-pre-wrap [overflow-wrap:anywhere]"
            >
              <Linked text={body.text} />
            </pre>
          </Section>
          <Section id="html" title={words.preview}>
            {/* no scripts, no forms, no origin; links open beside it */}
            <iframe
              title={words.preview}
              srcDoc={body.html}
              sandbox="allow-popups allow-popups-to-escape-sandbox"
              className="mt-3 h-[34rem] w-full rounded-tile border border-line bg-white"
            />
          </Section>
        </>
      )}
    </>
  )
}

/** The text with its addresses of this shop as links; what else looks like an address is not made one. */
function Linked({ text }: { text: string }) {
  const { shopUrl } = env()
  return text.split('\n').map((line, number) => (
    <span key={number}>
      {line === shopUrl || line.startsWith(`${shopUrl}/`) ? (
        <a href={line} className="link">
          {line}
        </a>
      ) : (
        line
      )}
      {'\n'}
    </span>
  ))
}

/** A link, unless the shop has no such order: a message may tell of a payment for one that is not here. */
async function OrderNumber({ orderNo }: { orderNo: string }) {
  const look = 'figures inline-block max-w-full truncate text-sm'
  if (!(await findOrder(orderNo))) return <span className={look}>{orderNo}</span>
  return (
    <Link href={`/merchant/orders/${orderNo}`} prefetch={false} className={`link ${look}`}>
      {orderNo}
    </Link>
  )
}
