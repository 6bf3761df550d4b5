import { randomUUID } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import { db } from '../db'
import { findPicture, prunePictures, savePicture } from './save-picture'
import { aPhoto } from './testing/pictures'

beforeEach(async () => {
  await db().product.deleteMany()
  await db().picture.deleteMany()
})

const photo = async (width = 40) => new Uint8Array(await aPhoto('png', width, 30))

async function save(bytes: Uint8Array) {
  const saved = await savePicture(bytes)
  if (saved.kind !== 'saved') throw new Error(saved.kind)
  return { path: saved.path, name: saved.path.replace('/pictures/', '') }
}

const typeOf = async (name: string) => (await findPicture(name))?.type

it('A picture is stored in its sizes, each found by its name with its type', async () => {
  const { name } = await save(await photo())
  const id = name.replace('.jpg', '')
  expect(await typeOf(name)).toBe('image/jpeg')
  expect(await typeOf(`${id}-320.avif`)).toBe('image/avif')
  expect(await typeOf(`${id}-1280.webp`)).toBe('image/webp')
  for (const other of [
    `${id}-319.avif`,
    `${id}-320.png`,
    `${id}.png`,
    `${randomUUID()}.jpg`,
    '',
    'x',
    '\0'.repeat(36),
  ])
    expect(await findPicture(other), other).toBeNull()
})

it('A picture from before there were sizes is served as it came', async () => {
  const bytes = await photo()
  const { id } = await db().picture.create({ data: { type: 'image/png', bytes } })
  expect(await findPicture(id)).toEqual({ type: 'image/png', bytes })
  expect(await findPicture(`${id}-320.avif`)).toBeNull()
})

it('The same file is one picture, sent again or at once', async () => {
  const photos = await Promise.all(Array.from({ length: 5 }, (_, index) => photo(40 + index)))
  const saved = await Promise.all(photos.flatMap((bytes) => Array.from({ length: 4 }, () => save(bytes))))
  const again = await Promise.all(photos.map(save))
  expect(new Set([...saved, ...again].map(({ path }) => path)).size).toBe(5)
  expect(await db().picture.count()).toBe(5)
  expect(await db().pictureSize.count()).toBe(5 * 6)
})

it('What is no picture is not stored', async () => {
  expect(await savePicture(new Uint8Array(Buffer.from('<svg onload="alert(1)"/>')))).toEqual({
    kind: 'not_a_picture',
  })
  expect(await db().picture.count()).toBe(0)
})

it('A picture that no product has goes after a day; the first and the further ones of a product stay', async () => {
  const [first, further, unused, fresh] = [await save(await photo()), await save(await photo(41)), await save(await photo(42)), await save(await photo(43))] // prettier-ignore
  const { id: earlier } = await db().picture.create({ data: { type: 'image/png', bytes: await photo(44) } })
  const texts = { slug: randomUUID(), name: '茶', description: '茶' }
  await db().product.create({
    data: {
      ...texts,
      picture: first.path,
      morePictures: [further.path, `/pictures/${earlier}`, '/pictures/longjing.svg'],
    },
  })
  const dayBefore = new Date(Date.now() - 25 * 60 * 60 * 1000)
  const id = { not: fresh.name.replace('.jpg', '') }
  await db().picture.updateMany({ where: { id }, data: { createdAt: dayBefore } })
  expect(await prunePictures()).toBe(1)
  expect(await findPicture(unused.name)).toBeNull()
  for (const name of [first.name, further.name, fresh.name, earlier])
    expect(await findPicture(name), name).not.toBeNull()
  await db().product.deleteMany()
  expect(await prunePictures()).toBe(3)
})
