import type { Language } from '@/lib/dictionary'
import { localizedName } from '@/lib/catalog/products'
import type { FullOrder } from '@/lib/orders/full-order'

type Item = FullOrder['items'][number]

/** What an item of an order is called: as it was when it was ordered, and in English where it is still called so. */
export function ItemName({ item, language }: { item: Item; language: Language }) {
  const name = itemName(item, language)
  return language === 'zh' || name !== item.name ? name : <span translate="no">{name}</span>
}

export function itemName({ name, product, variant }: Item, language: Language): string {
  const nameNow = (spoken: Language) =>
    product && `${localizedName(spoken, product)} ${variant ? localizedName(spoken, variant) : ''}`.trim()
  return (language === 'en' && product?.nameEn && nameNow('zh') === name && nameNow('en')) || name
}
