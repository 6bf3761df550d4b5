import { itemParts } from '@/app/(shop)/orders/item-name'
import type { Language } from '@/lib/dictionary'
import type { FullOrder } from '@/lib/orders/find-orders'

interface Props {
  item: FullOrder['items'][number]
  language: Language
}

/** The name of an item, its kind and how many: `name · kind ×n`. */
export function ItemTitle({ item, language }: Props) {
  const { title, kind, isRecorded } = itemParts(item, language)
  return (
    <>
      <span translate={isRecorded ? 'no' : undefined}>
        {title}
        {kind && <span className="font-normal text-muted"> · {kind}</span>}
      </span>{' '}
      <span className="figures">× {item.quantity}</span>
    </>
  )
}
