import { imageSize } from 'image-size'
import { db } from '../db'
import { pictureType } from './picture-type'

export const PICTURE_BYTES = 2 * 1024 * 1024

/** Few bytes can hold many pixels, and a browser needs four bytes for each: 40 megapixels are 160 MB. */
export const PICTURE_PIXELS = 40_000_000

export type PictureRefusal = 'none' | 'too_big' | 'not_a_picture' | 'too_many_pixels'

/** Gives a product a picture of its own, in the database, in place of the one before. Answers why not, if not. */
export async function savePicture(
  productId: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<PictureRefusal | undefined> {
  if (bytes.length === 0) return 'none'
  if (bytes.length > PICTURE_BYTES) return 'too_big'
  const type = pictureType(bytes)
  const pixels = type && countPixels(bytes)
  if (!pixels) return 'not_a_picture'
  if (pixels > PICTURE_PIXELS) return 'too_many_pixels'
  const { id } = await db().picture.create({ data: { type, bytes }, select: { id: true } })
  await replacePicture(productId, `/pictures/${id}`)
}

/** Width times height as the file's header says them; undefined where it has none. */
function countPixels(bytes: Uint8Array): number | undefined {
  try {
    const { width, height } = imageSize(bytes)
    return width * height
  } catch {
    return undefined
  }
}

/** Leaves a product without a picture. */
export const removePicture = (productId: string) => replacePicture(productId, '')

/** A picture that the merchant has put up, or null; the id may be anything that an address holds. */
export async function findPicture(id: string) {
  return isPictureId(id) ? db().picture.findUnique({ where: { id } }) : null
}

const isPictureId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Pictures that came with the shop stay; an uploaded one that nobody shows any more goes. */
async function replacePicture(productId: string, picture: string) {
  await db().$transaction(async (tx) => {
    const before = await tx.product.findUniqueOrThrow({ where: { id: productId }, select: { picture: true } })
    await tx.product.update({ where: { id: productId }, data: { picture } })
    const id = before.picture.replace('/pictures/', '')
    if (isPictureId(id)) await tx.picture.deleteMany({ where: { id } })
  })
}
