import { localizedName } from '@/lib/catalog/products'
import type { Language } from '@/lib/dictionary'
import type { FullOrder } from '@/lib/orders/find-orders'

type Item = FullOrder['items'][number]

/**
 * An ordered item as it was named then, the kind set apart from the product; in English only while the product and the kind
 * still have these names.
 */
export function itemTitle({ name, product, variant }: Item, language: Language) {
  if (!product || !name.startsWith(product.name)) return { name, kind: '', isTranslated: language === 'zh' }
  const kind = name.slice(product.name.length).replace(/^[\s·]+/, '')
  const isNow = product.nameEn !== '' && kind === (variant?.name ?? '')
  if (language === 'zh' || !isNow) return { name: product.name, kind, isTranslated: language === 'zh' }
  return {
    name: localizedName(language, product),
    kind: variant ? localizedName(language, variant) : '',
    isTranslated: true,
  }
}

/** The name of an item, its kind and how many: `name · kind ×n`. */
export function ItemTitle({ item, language }: { item: Item; language: Language }) {
  const { name, kind, isTranslated } = itemTitle(item, language)
  return (
    <>
      <span translate={isTranslated ? undefined : 'no'}>
        {name}
        {kind && <span className="font-normal text-muted"> · {kind}</span>}
      </span>{' '}
      <span className="figures">× {item.quantity}</span>
    </>
  )
}
