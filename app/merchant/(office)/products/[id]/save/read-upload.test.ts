import { expect, it } from 'vitest'
import { readUpload } from './read-upload'

const bodyOf = (...texts: string[]) => new Blob(texts).stream()

it('A body is read as it came, up to the limit', async () => {
  expect(await readUpload(bodyOf('ab', 'cd'), 4)).toEqual(new Uint8Array(Buffer.from('abcd')))
  expect(await readUpload(null, 4)).toEqual(new Uint8Array())
})

it('Of a longer one nothing is kept, and nothing is left to be sent', async () => {
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (sent++ < 1_000) controller.enqueue(new Uint8Array(1_000))
      else controller.close()
    },
  })
  expect(await readUpload(body, 2_000)).toBeUndefined()
  expect(sent).toBe(1_001)
})
