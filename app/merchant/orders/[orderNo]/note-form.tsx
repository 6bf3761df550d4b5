import { type FullOrder, NOTE_CHARACTERS } from '@/lib/orders/merchant-order'

/** What only the merchant sees. */
export function NoteForm({ order }: { order: FullOrder }) {
  return (
    <form action={`/merchant/orders/${order.orderNo}/note`} method="post" className="card mt-4 p-5">
      <label htmlFor="note" className="text-lg font-medium">
        店主备注
      </label>
      <textarea
        id="note"
        name="note"
        rows={3}
        maxLength={NOTE_CHARACTERS}
        defaultValue={order.note ?? ''}
        aria-describedby="note-hint"
        className="field mt-2"
      />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-3">
        <p id="note-hint" className="text-sm text-muted">
          买家看不到。
        </p>
        <button className="button-plain">保存备注</button>
      </div>
    </form>
  )
}
