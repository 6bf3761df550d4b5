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

/** So many bytes of which the first are a PNG's. */
const png = (size = 100) =>
  new Uint8Array(Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), Buffer.alloc(size)])).subarray(
    0,
    size,
  )

async function pictureOf(id: string) {
  const { picture } = await db().product.findUniqueOrThrow({ where: { id } })
  return picture && (await findPicture(picture.replace('/pictures/', '')))
}

it('A picture is stored as it came, with its real type', async () => {
  const { id } = await aProduct()
  expect(await savePicture(id, png())).toBeUndefined()
  expect(await pictureOf(id)).toMatchObject({ type: 'image/png', bytes: png() })
})

it('The largest picture is stored; one byte more, none and what is no picture are not', async () => {
  const { id } = await aProduct()
  const largest = png(PICTURE_BYTES)
  const isStored = async () => {
    const picture = await pictureOf(id)
    return picture !== '' && picture !== null && Buffer.compare(picture.bytes, largest) === 0
  }
  expect(await savePicture(id, largest)).toBeUndefined()
  expect(await isStored()).toBe(true)
  expect(await savePicture(id, png(PICTURE_BYTES + 1))).toBe('too_big')
  expect(await savePicture(id, new Uint8Array())).toBe('none')
  expect(await savePicture(id, new Uint8Array(Buffer.from('<script>alert(1)</script>')))).toBe(
    'not_a_picture',
  )
  expect(await isStored()).toBe(true)
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
