import { ProductPicture } from '@/app/ui/product-picture'
import type { Language } from '@/lib/dictionary'
import { productWords } from './product-words'

interface Props {
  name: string
  /** Paths, in order. */
  pictures: string[]
  language: Language
}

const SIZES = '(min-width: 80rem) 44rem, (min-width: 56rem) 55vw, 100vw'

/**
 * The pictures of a product without a script: thumbs are links into a strip that snaps to each picture, and a press on a
 * picture opens it large, as a popover.
 */
export function Gallery({ name, pictures, language }: Props) {
  const words = productWords[language]
  const [only] = pictures
  if (!only) return <ProductPicture src="" name={name} className="w-full rounded-tile" />
  return (
    <div className="gallery grid min-w-0 gap-3">
      <ul tabIndex={0} aria-label={words.gallery} className="tile">
        {pictures.map((path, index) => (
          <li key={path} id={`picture-${index + 1}`} className="scroll-mt-24">
            <button
              type="button"
              popoverTarget={`large-${index + 1}`}
              aria-label={words.enlarge(index + 1)}
              className="block w-full cursor-zoom-in -outline-offset-4"
            >
              <ProductPicture
                src={path}
                sizes={SIZES}
                isFirst={index === 0}
                className={`w-full rounded-none object-contain! ${path.endsWith('.svg') ? 'py-[3%]' : ''}`}
              />
            </button>
          </li>
        ))}
      </ul>
      {pictures.length > 1 && (
        <nav aria-label={words.thumbs} className="grid grid-cols-4 gap-2 sm:gap-3">
          {pictures.map((path, index) => (
            <a key={path} href={`#picture-${index + 1}`} aria-label={words.picture(index + 1)}>
              <ProductPicture src={path} sizes="10rem" isFirst className="w-full rounded-none" />
            </a>
          ))}
        </nav>
      )}
      {pictures.map((path, index) => (
        <div
          key={path}
          id={`large-${index + 1}`}
          popover="auto"
          role="dialog"
          aria-label={words.pictureOf(name, index + 1)}
          className="tile m-auto w-[min(94vw,118dvh)] overflow-hidden text-ink backdrop:bg-black/60 not-open:hidden"
        >
          <button
            type="button"
            popoverTarget={`large-${index + 1}`}
            popoverTargetAction="hide"
            aria-label={words.close}
            className="block w-full cursor-zoom-out -outline-offset-4"
          >
            <ProductPicture
              src={path}
              alt={words.pictureOf(name, index + 1)}
              sizes="94vw"
              className="max-h-[88dvh] w-full rounded-none object-contain!"
            />
            <span className="absolute top-2 right-2 rounded-full bg-inverse px-3 py-1 text-sm text-on-inverse">
              {words.close}
            </span>
          </button>
        </div>
      ))}
    </div>
  )
}
