import { createHash } from 'node:crypto'
import { db, transaction } from '../db'
import { picturePath, readPictureName } from './picture-path'
import { type PictureRefusal, scalePicture } from './scale-picture'

/** How long a picture is kept that no product has: the merchant may still be filling in the form. */
const UNUSED_HOURS = 24

/**
 * Stores an uploaded picture in its sizes, and returns its path. The id is a digest of the file: the same one sent twice is
 * one picture.
 */
export async function savePicture(
  bytes: Uint8Array,
): Promise<{ kind: 'saved'; path: string } | { kind: PictureRefusal }> {
  const id = idOf(bytes)
  const again = await db().picture.updateMany({ where: { id }, data: { createdAt: new Date() } })
  if (again.count === 1) return { kind: 'saved', path: picturePath(id) }
  const scaled = await scalePicture(bytes)
  if (scaled.kind !== 'scaled') return scaled
  const picture = { id, type: 'image/jpeg', bytes: new Uint8Array(scaled.jpeg) }
  const sizes = scaled.sizes.map((size) => ({ ...size, pictureId: id, bytes: new Uint8Array(size.bytes) }))
  // not an upsert: with sizes that is a SELECT and an INSERT, and of two at once one fails
  await transaction(async (tx) => {
    const { count } = await tx.picture.createMany({ data: [picture], skipDuplicates: true })
    if (count === 1) await tx.pictureSize.createMany({ data: sizes })
  })
  return { kind: 'saved', path: picturePath(id) }
}

/** The file of an uploaded picture by its name below /pictures, or null. The name is untrusted. */
export async function findPicture(name: string) {
  const wanted = readPictureName(name)
  if (!wanted) return null
  const { id, size } = wanted
  if (!size) return db().picture.findUnique({ where: { id }, select: { type: true, bytes: true } })
  const found = await db().pictureSize.findUnique({
    where: { pictureId_width_format: { pictureId: id, ...size } },
    select: { bytes: true },
  })
  return found && { type: `image/${size.format}`, bytes: found.bytes }
}

/** Deletes uploaded pictures that no product has any more. Returns how many. */
export async function prunePictures(): Promise<number> {
  return db().$executeRaw`
    DELETE FROM "shop"."Picture" AS picture
    WHERE "createdAt" < ${new Date(Date.now() - UNUSED_HOURS * 60 * 60 * 1000)}
      AND NOT EXISTS (
        SELECT 1 FROM "shop"."Product"
        WHERE array_prepend("picture", "morePictures")
          && ARRAY['/pictures/' || picture."id", '/pictures/' || picture."id" || '.jpg']
      )`
}

/** Written as a UUID, as the ids of earlier pictures are. */
function idOf(bytes: Uint8Array): string {
  const digest = createHash('sha256').update(bytes).digest('hex')
  return [0, 8, 12, 16, 20].map((from, index) => digest.slice(from, [8, 12, 16, 20, 32][index])).join('-')
}
