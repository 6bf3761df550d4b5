import { imageSize } from 'image-size'
import { db, transaction } from '../db'
import { pictureType } from './picture-type'

export const PICTURE_BYTES = 2 * 1024 * 1024

/** A browser needs four bytes for each pixel, however small the file: 40 megapixels are 160 MB. */
const PICTURE_PIXELS = 40_000_000

export type PictureRefusal = 'none' | 'too_big' | 'not_a_picture' | 'too_many_pixels'
export type PictureOutcome = { kind: 'saved' } | { kind: PictureRefusal }

/** Stores an uploaded picture in the database and shows it with a product, instead of the one before. */
export async function savePicture(
  productId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<PictureOutcome> {
  if (bytes.length === 0) return { kind: 'none' }
  if (bytes.length > PICTURE_BYTES) return { kind: 'too_big' }
  const type = pictureType(bytes)
  const pixels = type && countPixels(bytes)
  if (!pixels) return { kind: 'not_a_picture' }
  if (pixels > PICTURE_PIXELS) return { kind: 'too_many_pixels' }
  const { id } = await db().picture.create({ data: { type, bytes }, select: { id: true } })
  await replacePicture(productId, `/pictures/${id}`)
  return { kind: 'saved' }
}

/** Width times height from the file's header; undefined where it cannot be read. */
function countPixels(bytes: Uint8Array): number | undefined {
  try {
    const { width, height } = imageSize(bytes)
    return width * height
  } catch {
    return undefined
  }
}

/** Removes a product's picture. */
export const removePicture = (productId: string) => replacePicture(productId, '')

/** An uploaded picture, or null. The id is untrusted. */
export async function findPicture(id: string) {
  return isPictureId(id) ? db().picture.findUnique({ where: { id } }) : null
}

const isPictureId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Deletes the replaced picture if it was uploaded; those that came with the shop are files. */
async function replacePicture(productId: string, picture: string) {
  await transaction(async (tx) => {
    const before = await tx.product.findUniqueOrThrow({ where: { id: productId }, select: { picture: true } })
    await tx.product.update({ where: { id: productId }, data: { picture } })
    const id = before.picture.replace('/pictures/', '')
    if (isPictureId(id)) await tx.picture.deleteMany({ where: { id } })
  })
}
