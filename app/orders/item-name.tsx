import type { Language } from '@/lib/alipay/bilingual'
import { nameIn } from '@/lib/catalog/name-in'
import type { FullOrder } from '@/lib/orders/full-order'

/** What an item of an order is called: as it was when it was ordered, and in English where it is still called so. */
export function ItemName({ item, language }: { item: FullOrder['items'][number]; language: Language }) {
  const { name, product, variant } = item
  if (language === 'zh') return name
  const nameNow = (spoken: Language) =>
    product && `${nameIn(spoken, product)} ${variant ? nameIn(spoken, variant) : ''}`.trim()
  if (product?.nameEn && nameNow('zh') === name) return nameNow('en')
  return <span translate="no">{name}</span>
}
