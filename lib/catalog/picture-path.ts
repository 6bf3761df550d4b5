/** The widths in pixels in which an uploaded picture is kept. */
export const PICTURE_WIDTHS = [320, 640, 1280] as const
/** Its formats, the smallest first: a browser takes the first that it knows. */
export const PICTURE_FORMATS = ['avif', 'webp'] as const
type PictureFormat = (typeof PICTURE_FORMATS)[number]

/** The path of an uploaded picture: its largest JPEG, which everything can show. */
export const picturePath = (id: string) => `/pictures/${id}.jpg`

const ID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}'

/** The id of an uploaded picture by its path; undefined for a drawing of the shop. */
export const pictureId = (path: string) => new RegExp(`^/pictures/(${ID})(?:\\.jpg)?$`).exec(path)?.[1]

/** A file name below /pictures: the JPEG or the original of an upload, or one of its sizes; undefined for anything else. */
export function readPictureName(
  name: string,
): { id: string; size?: { width: number; format: PictureFormat } } | undefined {
  const [, id, width, format] = new RegExp(`^(${ID})(?:-(\\d{3,4})\\.(avif|webp)|\\.jpg)?$`).exec(name) ?? []
  if (!id) return undefined
  const isFormat = PICTURE_FORMATS.find((known) => known === format)
  return isFormat ? { id, size: { width: Number(width), format: isFormat } } : { id }
}

/** The `srcset` of a format; undefined where a picture has no sizes: a drawing, or an upload from before there were any. */
export function sourceSet(path: string, format: PictureFormat): string | undefined {
  if (!path.endsWith('.jpg') || !pictureId(path)) return undefined
  const base = path.slice(0, -'.jpg'.length)
  return PICTURE_WIDTHS.map((width) => `${base}-${width}.${format} ${width}w`).join(', ')
}
