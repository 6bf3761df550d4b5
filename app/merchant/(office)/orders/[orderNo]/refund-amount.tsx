import { Field } from '@/app/ui/field'
import { formatYuan } from '@/lib/alipay/money'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { refundableFen } from '@/lib/orders/refunds'
import { merchantOrderWords } from './merchant-order-words'

interface RefundAmountProps {
  order: FullOrder
  /** What was asked for, in fen; else all that can go back. */
  askedFen?: number
}

export async function RefundAmount({ order, askedFen }: RefundAmountProps) {
  const words = await wordsIn(merchantOrderWords)
  const most = refundableFen(order)
  return (
    <Field
      name="amount"
      label={words.refundAmount(formatYuan(most))}
      required
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      defaultValue={formatYuan(Math.min(askedFen ?? most, most))}
    />
  )
}
