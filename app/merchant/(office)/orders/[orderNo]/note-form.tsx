import { Field } from '@/app/ui/field'
import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { NOTE_CHARACTERS } from '@/lib/orders/change-order'
import { merchantOrderWords } from './merchant-order-words'

/** The merchant's own note. */
export async function NoteForm({ order }: { order: FullOrder }) {
  const words = await wordsIn(merchantOrderWords)
  return (
    <form action={`/merchant/orders/${order.orderNo}/note`} method="post" className="card p-5">
      <input type="hidden" name="seen" value={order.note ?? ''} />
      <Field
        name="note"
        label={words.note}
        labelClassName="mb-1 block font-medium"
        translate="no"
        rows={3}
        maxLength={NOTE_CHARACTERS}
        defaultValue={order.note ?? ''}
        aria-describedby="note-hint"
      />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <p id="note-hint" className="text-sm text-muted">
          {words.noteHint}
        </p>
        <SubmitButton className="button-plain">{words.saveNote}</SubmitButton>
      </div>
    </form>
  )
}
