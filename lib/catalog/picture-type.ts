const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
const JPEG = [0xff, 0xd8, 0xff]
const RIFF = [0x52, 0x49, 0x46, 0x46]
const WEBP = [0x57, 0x45, 0x42, 0x50]

export const PICTURE_TYPES = ['image/png', 'image/jpeg', 'image/webp'] as const
type PictureType = (typeof PICTURE_TYPES)[number]

/**
 * The type of a picture by its first bytes, not by its name or Content-Type; undefined for anything else, including SVG,
 * which is a document that can hold scripts.
 */
export function pictureType(bytes: Uint8Array): PictureType | undefined {
  const has = (signature: number[], at = 0) => signature.every((byte, index) => bytes[at + index] === byte)
  if (has(PNG)) return 'image/png'
  if (has(JPEG)) return 'image/jpeg'
  if (has(RIFF) && has(WEBP, 8)) return 'image/webp'
  return undefined
}
