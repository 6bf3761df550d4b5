import sharp, { type Sharp } from 'sharp'
import { PICTURE_FORMATS, PICTURE_WIDTHS } from './picture-path'
import { pictureType } from './picture-type'

/** The most bytes of a file: a telephone's photo has 3 to 6 MB. */
export const PICTURE_BYTES = 8 * 1024 * 1024

/** Decoding takes four bytes for each pixel, however small the file: 40 megapixels are 160 MB. */
const PICTURE_PIXELS = 40_000_000

/** For each step of the work, which takes a second or two for a large photo. */
const SECONDS = 10

const WIDEST = Math.max(...PICTURE_WIDTHS)

export const PICTURE_REFUSALS = ['none', 'too_big', 'not_a_picture', 'too_many_pixels'] as const
export type PictureRefusal = (typeof PICTURE_REFUSALS)[number]

export interface ScaledPicture {
  kind: 'scaled'
  /** The largest one. */
  jpeg: Buffer
  sizes: { width: number; format: (typeof PICTURE_FORMATS)[number]; bytes: Buffer }[]
}

/**
 * A file as pictures of fixed widths, at most 1280 pixels wide and twice as high, turned upright, in sRGB and without what a camera
 * writes beside the picture, such as the place. A smaller picture is not enlarged. What the file is, its bytes say: nothing
 * of it is decoded before the type and the number of pixels are known, and SVG, which can hold scripts, is none.
 */
export async function scalePicture(bytes: Uint8Array): Promise<ScaledPicture | { kind: PictureRefusal }> {
  if (bytes.length === 0) return { kind: 'none' }
  if (bytes.length > PICTURE_BYTES) return { kind: 'too_big' }
  const type = pictureType(bytes)
  if (!type) return { kind: 'not_a_picture' }
  const header = await undamaged(() => sharp(bytes, { limitInputPixels: false }).metadata())
  if (!header || `image/${header.format}` !== type) return { kind: 'not_a_picture' }
  if (header.width * header.height > PICTURE_PIXELS) return { kind: 'too_many_pixels' }

  const picture = sharp(bytes, { limitInputPixels: PICTURE_PIXELS, failOn: 'error' })
  const largest = await undamaged(() =>
    within(picture.timeout({ seconds: SECONDS }).autoOrient(), WIDEST)
      .toColourspace('srgb')
      .png({ compressionLevel: 1 })
      .toBuffer(),
  )
  if (!largest) return { kind: 'not_a_picture' }
  const jpeg = sharp(largest).flatten({ background: '#ffffff' }).jpeg({ quality: 82, mozjpeg: true })
  const sizes = PICTURE_WIDTHS.flatMap((width) =>
    PICTURE_FORMATS.map(async (format) => {
      const scaled = within(sharp(largest).timeout({ seconds: SECONDS }), width)
      const encoded =
        format === 'avif' ? scaled.avif({ quality: 55, effort: 3 }) : scaled.webp({ quality: 80 })
      return { width, format, bytes: await encoded.toBuffer() }
    }),
  )
  return { kind: 'scaled', jpeg: await jpeg.toBuffer(), sizes: await Promise.all(sizes) }
}

const within = (picture: Sharp, width: number) =>
  picture.resize({ width, height: 2 * width, fit: 'inside', withoutEnlargement: true })

/** Undefined where sharp cannot read the file, or not in time. */
async function undamaged<T>(read: () => Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch {
    return undefined
  }
}
