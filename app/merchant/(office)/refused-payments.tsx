import Link from 'next/link'
import { gatewayPage } from '@/app/(shop)/orders/gateway-page'
import { CopyNumber } from '@/app/ui/copy-number'
import { beijing, yuan } from '@/app/ui/format'
import { language } from '@/lib/language'
import { type RefusedPayment, refusedPaymentWords } from './refused-payment-words'

/** Payments that were refused, each with its order, its amount and what to do; nothing if there are none. */
export async function RefusedPayments({ payments }: { payments: RefusedPayment[] }) {
  if (payments.length === 0) return null
  const spoken = await language()
  const words = refusedPaymentWords[spoken]
  return (
    <section
      id="refused-payments"
      aria-labelledby="refused-payments-title"
      className="card mt-6 border-l-4 border-l-bad p-5"
    >
      <h2 id="refused-payments-title" className="text-bad">
        {words.title}
      </h2>
      <p className="mt-1 max-w-prose">{words.text}</p>
      <ul className="mt-3 divide-y divide-line">
        {payments.map((payment) => (
          <li key={payment.tradeNo} className="py-3">
            <p className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
              <strong className="font-semibold tabular-nums">
                {payment.totalFen === null ? words.unknownAmount : yuan(payment.totalFen)}
              </strong>
              {payment.verdict === 'unknown_order' ? (
                <span className="[overflow-wrap:anywhere]">{words.order(payment.orderNo)}</span>
              ) : (
                <Link
                  href={`/merchant/orders/${payment.orderNo}`}
                  prefetch={false}
                  className="link figures max-w-full truncate"
                >
                  {words.order(payment.orderNo)}
                </Link>
              )}
              <span className="text-sm text-muted tabular-nums">{beijing(payment.firstAt, spoken)}</span>
            </p>
            <p className="mt-1 max-w-prose">{words.whatToDo[payment.verdict]}</p>
            <p className="mt-1 flex flex-wrap items-center gap-x-6 text-sm">
              <Link href={`/merchant/log/${payment.messageId}`} prefetch={false} className="link">
                {words.message}
              </Link>
              <a href={gatewayPage(payment.tradeNo)} className="link">
                {words.tradePage}
              </a>
              <CopyNumber value={payment.tradeNo} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
