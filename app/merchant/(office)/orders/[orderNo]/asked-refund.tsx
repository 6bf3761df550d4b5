import { yuan } from '@/app/ui/format'
import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { isRefund, REASON_CHARACTERS } from '@/lib/orders/refunds'
import { merchantOrderWords } from './merchant-order-words'
import { RefundAmount } from './refund-amount'

/** The buyer asks for money back, and the merchant answers here. */
export async function AskedRefund({ order }: { order: FullOrder }) {
  const asked = order.refunds.find((refund) => isRefund(refund, 'asked'))
  if (!asked) return null
  const words = await wordsIn(merchantOrderWords)
  const path = `/merchant/orders/${order.orderNo}`
  return (
    <section
      id="refund"
      aria-labelledby="asked-title"
      className="card mt-6 scroll-mt-4 border-l-4 border-l-warn p-5"
    >
      <h2 id="asked-title">{words.askedTitle(yuan(asked.fen))}</h2>
      <p translate="no" className="mt-1 max-w-prose [overflow-wrap:anywhere] whitespace-pre-line">
        {asked.reason}
      </p>
      <form action={`${path}/refund`} method="post" className="mt-4 flex flex-wrap items-end gap-3">
        <RefundAmount order={order} askedFen={asked.fen} />
        <SubmitButton className="button">{words.agree}</SubmitButton>
      </form>
      <form
        action={`${path}/decline-refund`}
        method="post"
        className="mt-4 grid gap-3 border-t border-line pt-4 sm:grid-cols-[1fr_auto] sm:items-end"
      >
        <input type="hidden" name="no" value={asked.no} />
        <Field
          name="why"
          label={words.declineWhy}
          required
          maxLength={REASON_CHARACTERS}
          autoComplete="off"
        />
        <SubmitButton className="button-plain">{words.declineRefund}</SubmitButton>
      </form>
    </section>
  )
}
