import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { NOTE_CHARACTERS } from '@/lib/orders/change-order'
import { merchantOrderWords } from './merchant-order-words'

/** What only the merchant sees. */
export async function NoteForm({ order }: { order: FullOrder }) {
  const words = await wordsIn(merchantOrderWords)
  return (
    <form action={`/merchant/orders/${order.orderNo}/note`} method="post" className="card p-5">
      <label htmlFor="note" className="font-medium">
        {words.note}
      </label>
      <input type="hidden" name="seen" value={order.note ?? ''} />
      <textarea
        id="note"
        name="note"
        translate="no"
        rows={3}
        maxLength={NOTE_CHARACTERS}
        defaultValue={order.note ?? ''}
        aria-describedby="note-hint"
        className="field mt-2"
      />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <p id="note-hint" className="text-sm text-muted">
          {words.noteHint}
        </p>
        <button className="button-plain">{words.saveNote}</button>
      </div>
    </form>
  )
}
