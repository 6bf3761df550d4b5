import type { Language } from '@/lib/dictionary'
import { localizedName } from '@/lib/catalog/products'
import type { FullOrder } from '@/lib/orders/find-orders'

type Item = Pick<FullOrder['items'][number], 'name' | 'product' | 'variant'>

interface ItemParts {
  title: string
  /** The variant; '' without one. */
  kind: string
  /** Named as at the time of the order, in a language that may not be the page's. */
  isRecorded: boolean
}

/**
 * The names of an ordered item, the variant set apart from the product: as they were at the time of the order, in English
 * only while product and variant still have these names.
 */
export function itemParts({ name, product, variant }: Item, language: Language): ItemParts {
  const isRecorded = language !== 'zh'
  const isNamed = (title: string) => title !== '' && (name === title || name.startsWith(`${title} `))
  const known = [product?.name, product?.nameEn].find((title) => title !== undefined && isNamed(title))
  if (!product || !known) return { title: name, kind: '', isRecorded }
  const kind = name.slice(known.length).replace(/^[\s·]+/, '')
  const isNow = [variant?.name ?? '', variant?.nameEn ?? ''].includes(kind)
  if (!isNow || (language === 'en' && !product.nameEn)) return { title: known, kind, isRecorded }
  return {
    title: localizedName(language, product),
    kind: variant ? localizedName(language, variant) : '',
    isRecorded: false,
  }
}

/** The name of an ordered item in one line. */
export function itemName(item: Item, language: Language): string {
  const { title, kind } = itemParts(item, language)
  return kind ? `${title} · ${kind}` : title
}
