import { yuan } from '@/app/ui/format'
import type { ShelfProduct } from '@/lib/catalog/shelf'
import type { Language } from '@/lib/dictionary'
import { shelfWords } from './shelf-words'

interface Props {
  product: Pick<ShelfProduct, 'lowestFen' | 'highestFen'>
  language: Language
}

const SMALL = 'text-tiny font-normal text-muted'

/** The lowest price of a product, with the small word that there are others; nothing where it has none. */
export function PriceFrom({ product: { lowestFen, highestFen }, language }: Props) {
  if (lowestFen === null) return null
  if (lowestFen === highestFen) return yuan(lowestFen)
  const [before, after] = shelfWords[language].from
  return (
    <>
      {before && <small className={`mr-1 ${SMALL}`}>{before}</small>}
      {yuan(lowestFen)}
      {after && <small className={`ml-0.5 ${SMALL}`}>{after}</small>}
    </>
  )
}
