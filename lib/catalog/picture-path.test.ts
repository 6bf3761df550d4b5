import { expect, it } from 'vitest'
import { pictureId, picturePath, readPictureName, sourceSet } from './picture-path'

const ID = '0a1b2c3d-0000-4000-8000-0123456789ab'

it('An uploaded picture has a JPEG and a set of sizes in each format; a drawing and an older upload have one file', () => {
  expect(sourceSet(picturePath(ID), 'avif')).toBe(
    `/pictures/${ID}-320.avif 320w, /pictures/${ID}-640.avif 640w, /pictures/${ID}-1280.avif 1280w`,
  )
  for (const path of ['/pictures/longjing.svg', `/pictures/${ID}`, '/pictures/x.jpg', ''])
    expect(sourceSet(path, 'webp')).toBeUndefined()
})

it('The name of a file leads to the picture and the size, and nothing else does', () => {
  expect(readPictureName(ID)).toEqual({ id: ID })
  expect(readPictureName(`${ID}.jpg`)).toEqual({ id: ID })
  expect(readPictureName(`${ID}-640.webp`)).toEqual({ id: ID, size: { width: 640, format: 'webp' } })
  for (const name of [
    '',
    'x',
    '..',
    `${ID}.png`,
    `${ID}-640.jpg`,
    `${ID}-640`,
    `${ID}-.webp`,
    `x${ID}`,
    `${ID}\n`,
  ])
    expect(readPictureName(name), name).toBeUndefined()
})

it('A path says which upload it is', () => {
  for (const path of [`/pictures/${ID}`, picturePath(ID)]) expect(pictureId(path)).toBe(ID)
  for (const path of ['/pictures/longjing.svg', `/other/${ID}`, `/pictures/${ID}-320.avif`])
    expect(pictureId(path)).toBeUndefined()
})
