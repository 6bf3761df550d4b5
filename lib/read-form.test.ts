import { expect, it } from 'vitest'
import { FORM_LIMITS, readForm, refuseTooBig } from './read-form'

const URLENCODED = 'application/x-www-form-urlencoded'
const MB = 1024 * 1024

const post = (body: BodyInit, headers: Record<string, string> = {}) =>
  new Request('http://shop.test/', { method: 'POST', body, headers, duplex: 'half' } as RequestInit)

const urlencoded = (body: BodyInit) => post(body, { 'content-type': URLENCODED })

/** A body that counts the bytes that are read of it. */
function flood(text: string, size: number) {
  const asked = { bytes: 0, cancelled: false }
  const chunk = new TextEncoder().encode(text.repeat(Math.ceil(MB / 64 / text.length)))
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (asked.bytes >= size) return controller.close()
        asked.bytes += chunk.length
        controller.enqueue(chunk)
      },
      cancel() {
        asked.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, asked }
}

it('[#38] A form of 60 MB is let go after the first 64 KB', async () => {
  const { body, asked } = flood('a&', 60 * MB)
  expect(await readForm(urlencoded(body))).toBeUndefined()
  expect(asked.cancelled).toBe(true)
  expect(asked.bytes).toBeLessThanOrEqual(FORM_LIMITS.bytes + MB / 16)
})

it('[#38] Of a form that says itself that it is too long nothing is read', async () => {
  const { body, asked } = flood('a&', 60 * MB)
  const request = post(body, { 'content-type': URLENCODED, 'content-length': `${60 * MB}` })
  expect(await readForm(request)).toBeUndefined()
  expect(asked.bytes).toBe(0)
})

it.each([
  ['as many bytes as are allowed', 'x'.repeat(FORM_LIMITS.bytes - 2), true],
  ['one byte more', 'x'.repeat(FORM_LIMITS.bytes - 1), false],
])('[#38] A form of %s', async (_, value, isRead) => {
  const form = await readForm(urlencoded(`a=${value}`))
  expect(form?.get('a')).toBe(isRead ? value : undefined)
})

it.each([
  [FORM_LIMITS.fields, true],
  [FORM_LIMITS.fields + 1, false],
])('[#38] A form of %d fields, urlencoded or multipart', async (count, isRead) => {
  const fields = Array.from({ length: count }, (_, n) => [`f${n}`, `${n}`] as const)
  const multipart = new FormData()
  for (const [name, value] of fields) multipart.append(name, value)
  for (const body of [new URLSearchParams(fields.map((field) => [...field])), multipart])
    expect((await readForm(post(body)))?.get('f0')).toBe(isRead ? '0' : undefined)
})

it('[#39] What is no form has no fields', async () => {
  for (const [type, body] of [
    ['application/json', '{"a":1}'],
    ['text/plain', 'a=1'],
    ['multipart/form-data; boundary=x', 'a=1'],
    ['multipart/form-data', '--x'],
    ['', ''],
  ] as const)
    expect([...((await readForm(post(body, { 'content-type': type }))) ?? ['read'])]).toEqual([])
})

it('The answer says what is wrong and what to do', async () => {
  const answer = refuseTooBig()
  expect(answer.status).toBe(413)
  expect(await answer.text()).toMatch(/最多 64 KB、200 个字段[^]*at most 64 KB and 200 fields/)
})
