import { PICTURE_FORMATS, sourceSet } from '@/lib/catalog/picture-path'

interface Props {
  /** A path below /pictures; empty where the product has none. */
  src: string
  /** The product's, of which the first character stands in for a picture. */
  name?: string
  /** What a screen reader says; nothing where the name stands beside the picture. */
  alt?: string
  className: string
  /** How wide it is shown, as in the `sizes` of an `<img>`. */
  sizes?: string
  /** Seen at once: it is loaded without waiting for the page to be laid out. */
  isFirst?: boolean | undefined
}

/** A product's picture on a tile, in the size and format that suits the browser. In the dark a photo is dimmed. */
export function ProductPicture({ src, name = '', alt = '', className, sizes = '10rem', isFirst }: Props) {
  const frame = `block aspect-[4/3] rounded-md bg-tile object-cover ${className}`
  if (src === '')
    return (
      <span className={`${frame} @container grid! place-items-center overflow-hidden font-serif text-muted`}>
        <span
          data-initial={[...name.trim()][0]}
          className="text-[30cqw] leading-none before:content-[attr(data-initial)]" // drawn, not written: no text of the page
        />
      </span>
    )
  const isDrawing = src.endsWith('.svg')
  return (
    <picture className="contents">
      {PICTURE_FORMATS.map((format) => {
        const srcSet = sourceSet(src, format)
        return (
          srcSet && (
            <source
              key={format}
              type={`image/${format}`}
              srcSet={srcSet}
              sizes={sizes}
              className="hidden" // no item of a flex box
            />
          )
        )
      })}
      {/* next/image would add an inline style that the content security policy refuses */}
      <img
        src={src}
        alt={alt}
        width={320}
        height={240}
        loading={isFirst ? undefined : 'lazy'}
        className={isDrawing ? frame : `${frame} dark:brightness-[.88]`}
      />
    </picture>
  )
}
