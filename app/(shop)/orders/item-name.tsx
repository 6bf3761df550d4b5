import type { Language } from '@/lib/dictionary'
import { localizedName } from '@/lib/catalog/products'
import type { FullOrder } from '@/lib/orders/find-orders'

type Item = FullOrder['items'][number]

/** The name of an ordered item: as it was at the time of the order, in English only if the product still has that name. */
export function ItemName({ item, language }: { item: Item; language: Language }) {
  const name = itemName(item, language)
  return language === 'zh' || name !== item.name ? name : <span translate="no">{name}</span>
}

export function itemName({ name, product, variant }: Item, language: Language): string {
  const nameNow = (spoken: Language) =>
    product && `${localizedName(spoken, product)} ${variant ? localizedName(spoken, variant) : ''}`.trim()
  return (language === 'en' && product?.nameEn && nameNow('zh') === name && nameNow('en')) || name
}
