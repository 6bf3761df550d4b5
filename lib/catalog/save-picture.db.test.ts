import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { findPicture, PICTURE_BYTES, removePicture, savePicture } from './save-picture'

beforeEach(async () => {
  await db().product.deleteMany()
  await db().picture.deleteMany()
})

const aProduct = (picture = '') =>
  db().product.create({ data: { slug: randomUUID(), name: '茶', description: '茶', picture } })

/** A PNG's header with this width and height, filled up to a number of bytes. */
const png = (size = 100, width = 8, height = 6) => {
  const bytes = new Uint8Array(size)
  bytes.set(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'))
  const header = new DataView(bytes.buffer)
  header.setUint32(16, width)
  header.setUint32(20, height)
  return bytes
}

const latin1 = (text: string) => new Uint8Array(Buffer.from(text, 'latin1'))
/** 16383 × 16383, the largest size of these two formats. */
const HUGE_JPEG = latin1('\xff\xd8\xff\xe0\0\x04\0\0\xff\xc0\0\x11\x08\x3f\xff\x3f\xff' + '\0'.repeat(40))
const HUGE_WEBP = latin1('RIFF\x30\0\0\0WEBPVP8X\x0a\0\0\0\0\0\0\0\xfe\x3f\0\xfe\x3f\0' + '\0'.repeat(20))

async function pictureOf(id: string) {
  const { picture } = await db().product.findUniqueOrThrow({ where: { id } })
  return picture && (await findPicture(picture.replace('/pictures/', '')))
}

it('A picture is stored as it came, with its real type', async () => {
  const { id } = await aProduct()
  expect(await savePicture(id, png())).toEqual({ kind: 'saved' })
  expect(await pictureOf(id)).toMatchObject({ type: 'image/png', bytes: png() })
})

it('The largest picture is stored; one byte more, none and what is no picture are not', async () => {
  const { id } = await aProduct()
  const largest = png(PICTURE_BYTES)
  const isStored = async () => {
    const picture = await pictureOf(id)
    return picture !== '' && picture !== null && Buffer.compare(picture.bytes, largest) === 0
  }
  expect(await savePicture(id, largest)).toEqual({ kind: 'saved' })
  expect(await isStored()).toBe(true)
  expect(await savePicture(id, png(PICTURE_BYTES + 1))).toEqual({ kind: 'too_big' })
  expect(await savePicture(id, new Uint8Array())).toEqual({ kind: 'none' })
  const script = new Uint8Array(Buffer.from('<script>alert(1)</script>'))
  expect(await savePicture(id, script)).toEqual({ kind: 'not_a_picture' })
  expect(await isStored()).toBe(true)
})

it('A picture of more than 40 megapixels is refused by its header, however few its bytes', async () => {
  const { id } = await aProduct()
  for (const bytes of [png(100, 20_000, 20_000), png(100, 40_000_001, 1), HUGE_JPEG, HUGE_WEBP])
    expect(await savePicture(id, bytes)).toEqual({ kind: 'too_many_pixels' })
  for (const bytes of [
    png(100, 0, 6),
    png().slice(0, 20),
    latin1('\xff\xd8\xff\xe0....'),
    latin1('RIFF\x10\0\0\0WEBPVP8 '),
  ])
    expect(await savePicture(id, bytes)).toEqual({ kind: 'not_a_picture' })
  expect(await pictureOf(id)).toBe('')
  expect(await savePicture(id, png(100, 8_000, 5_000))).toEqual({ kind: 'saved' })
})

it('An uploaded picture goes when another takes its place, or none; one of the shop’s own stays the shop’s', async () => {
  const { id } = await aProduct('/pictures/longjing.svg')
  await savePicture(id, png(50))
  await savePicture(id, png(60))
  expect(await db().picture.count()).toBe(1)
  expect(await pictureOf(id)).toMatchObject({ bytes: png(60) })
  await removePicture(id)
  expect(await db().picture.count()).toBe(0)
  expect(await pictureOf(id)).toBe('')
})

it('What is no id finds no picture', async () => {
  for (const id of ['', 'x', '..', "' OR 1=1", randomUUID(), '\0'.repeat(36)])
    expect(await findPicture(id)).toBeNull()
})
