import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { PICTURE_BYTES, scalePicture } from './scale-picture'
import { aPhoto, blackPng } from './testing/pictures'

async function scaled(bytes: Uint8Array) {
  const picture = await scalePicture(bytes)
  if (picture.kind !== 'scaled') throw new Error(picture.kind)
  const sizes = picture.sizes.map(async ({ width, format, bytes }) => {
    const found = await sharp(bytes).metadata()
    return [width, format, found.format, found.width, found.height]
  })
  return { ...picture, found: await Promise.all(sizes) }
}

describe('A picture', () => {
  it.each(['png', 'jpeg', 'webp'] as const)(
    'as %s is scaled to three widths in two formats, and a JPEG',
    async (format) => {
      const { found, jpeg } = await scaled(await aPhoto(format))
      expect(found).toEqual([
        [320, 'avif', 'heif', 320, 240],
        [320, 'webp', 'webp', 320, 240],
        [640, 'avif', 'heif', 640, 480],
        [640, 'webp', 'webp', 640, 480],
        [1280, 'avif', 'heif', 1280, 960],
        [1280, 'webp', 'webp', 1280, 960],
      ])
      expect(await sharp(jpeg).metadata()).toMatchObject({ format: 'jpeg', width: 1280, height: 960 })
    },
  )

  it('is not enlarged, and a tall one is not taller than twice its width', async () => {
    expect((await scaled(await aPhoto('png', 500, 100))).found.map((size) => size.slice(3))).toEqual([
      ...[320, 320].map((width) => [width, 64]),
      ...Array.from({ length: 4 }, () => [500, 100]),
    ])
    const { jpeg } = await scaled(await aPhoto('png', 100, 8_000))
    expect(await sharp(jpeg).metadata()).toMatchObject({ width: 32, height: 2560 })
  })

  it('is turned upright, and loses what the camera wrote beside it', async () => {
    const sideways = await sharp(await aPhoto('jpeg', 800, 600))
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD3: { GPSLatitude: '30/1 15/1 0/1' }, IFD0: { Copyright: '张三' } })
      .jpeg()
      .toBuffer()
    expect((await sharp(sideways).metadata()).exif).toBeDefined()
    const { jpeg, sizes } = await scaled(sideways)
    for (const bytes of [jpeg, ...sizes.map((size) => size.bytes)]) {
      const { width, height, exif, xmp, orientation } = await sharp(bytes).metadata()
      expect(height).toBeGreaterThan(width)
      expect([exif, xmp, orientation ?? 1]).toEqual([undefined, undefined, 1])
    }
  })

  it('with a see-through ground keeps it where the format can, and is white elsewhere', async () => {
    const ground = { width: 64, height: 48, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } as const
    const { jpeg, sizes } = await scaled(await sharp({ create: ground }).png().toBuffer())
    expect((await sharp(jpeg).stats()).channels.map(({ min }) => min)).toEqual([255, 255, 255])
    for (const { bytes } of sizes) expect((await sharp(bytes).metadata()).hasAlpha).toBe(true)
  })
})

describe('What is refused, and why', () => {
  const text = (content: string) => new Uint8Array(Buffer.from(content))

  it('20,000 x 20,000 pixels, before they are decoded', async () => {
    const bomb = blackPng(20_000, 20_000)
    expect(bomb.length).toBeLessThan(100_000)
    const before = process.memoryUsage().rss
    expect(await scalePicture(bomb)).toEqual({ kind: 'too_many_pixels' })
    expect(process.memoryUsage().rss - before).toBeLessThan(100_000_000)
    expect(await scalePicture(blackPng(40_000, 1_001))).toEqual({ kind: 'too_many_pixels' })
    expect(await scalePicture(blackPng(4_000, 3_000))).toMatchObject({ kind: 'scaled' })
  })

  it('no file, and one of more than 8 MB', async () => {
    expect(await scalePicture(new Uint8Array())).toEqual({ kind: 'none' })
    const photo = await aPhoto('png', 8, 6)
    const padded = (size: number) => new Uint8Array(Buffer.concat([photo, Buffer.alloc(size - photo.length)]))
    expect(await scalePicture(padded(PICTURE_BYTES + 1))).toEqual({ kind: 'too_big' })
    expect(await scalePicture(padded(PICTURE_BYTES))).toMatchObject({ kind: 'scaled' })
  })

  it.each([
    ['an SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    [
      'an SVG with an event',
      '<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    ],
    ['any other SVG', '<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>'],
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a GIF', 'GIF89a\x01\x00\x01\x00\x00\x00\x00;'],
    ['a document', '%PDF-1.7'],
  ])('%s', async (_, content) => expect(await scalePicture(text(content))).toEqual({ kind: 'not_a_picture' }))

  it('a file that lies about its type: another format behind the first bytes of one, or half a picture', async () => {
    const [png, jpeg] = [await aPhoto('png'), await aPhoto('jpeg')]
    const masked = [
      Buffer.concat([png.subarray(0, 8), jpeg]),
      Buffer.concat([jpeg.subarray(0, 3), png]),
      Buffer.concat([png.subarray(0, 8), Buffer.from('<svg onload="alert(1)"/>')]),
      png.subarray(0, png.length / 2),
      jpeg.subarray(0, jpeg.length / 2),
      Buffer.concat([png.subarray(0, 60), Buffer.alloc(png.length - 60)]),
    ]
    for (const [index, bytes] of masked.entries())
      expect(await scalePicture(new Uint8Array(bytes)), `${index}`).toEqual({ kind: 'not_a_picture' })
  })

  it('what follows a picture in its file is not kept', async () => {
    const { jpeg } = await scaled(
      new Uint8Array(Buffer.concat([await aPhoto('jpeg'), Buffer.from('<script>alert(1)</script>')])),
    )
    expect(jpeg.includes('<script>')).toBe(false)
  })
})
