import fc from 'fast-check'
import { expect, it } from 'vitest'
import { boundaryOf, parseMultipart } from './parse-multipart'

const bytes = (latin1: string) => Buffer.from(latin1, 'latin1')
const part = (head: string, value = '') => `--x\r\n${head}\r\n\r\n${value}\r\n`
const named = (name: string, value: string) => part(`Content-Disposition: form-data; name="${name}"`, value)
const read = (parts: string, end = '--x--\r\n') => parseMultipart(bytes(parts + end), 'x')

it('Names and values of multipart/form-data stay bytes, those of GBK and line breaks included', () => {
  const carrier = '\xcb\xb3\xb7\xe1' // 顺丰 in GBK
  const name = '\xd5\x5c' // 誠 in GBK ends with a backslash
  const parsed = read(
    named('logistics_name', carrier) + named(name, 'a\r\n--xb\r\n+%41') + named('empty', ''),
  )
  expect(parsed.ok).toBe(false) // a boundary never begins a line of a value
  const good = read(named('logistics_name', carrier) + named(name, 'a\r\n+%41\n') + named('empty', ''))
  expect(good.ok && [...good.params]).toEqual([
    ['logistics_name', carrier],
    [name, 'a\r\n+%41\n'],
    ['empty', ''],
  ])
})

it('What is posted in multipart is what is read, whatever the bytes', () => {
  const byteString = fc
    .uint8Array()
    .map((value) => Buffer.from(value.filter((byte) => byte !== 0)).toString('latin1'))
  const values = fc.dictionary(fc.stringMatching(/^[a-z_]{1,20}$/), byteString, { minKeys: 1 })
  fc.assert(
    fc.property(values, (sent) => {
      const boundary = '----------------------------d41d8cd98f00'
      const parts = Object.entries(sent).map(
        ([name, value]) =>
          `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
      )
      const parsed = parseMultipart(bytes(`${parts.join('')}--${boundary}--\r\n`), boundary)
      expect(parsed.ok && [...parsed.params]).toEqual(Object.entries(sent))
    }),
  )
})

it.each([
  ['without quotes, as .NET writes it', 'Content-Disposition: form-data; name=a'],
  ['with a type and an encoding, as Java writes it', 'Content-Disposition: form-data; name="a"\r\nContent-Type: text/plain; charset=US-ASCII\r\nContent-Transfer-Encoding: 8bit'], // prettier-ignore
  ['in small letters, the type first', 'content-type: text/plain\r\ncontent-disposition: form-data;name="a"'],
])('A part is read %s', (_how, head) => {
  const parsed = read(`a preamble\r\n${part(head, '1')}`)
  expect(parsed.ok && parsed.params.get('a')).toBe('1')
})

it.each<[string, string, string?]>([
  ['a file', part('Content-Disposition: form-data; name="a"; filename="a.txt"', 'x')],
  ['a file without a name', part('Content-Disposition: form-data; name="a"; filename=""', '')],
  [
    'a file with a name of RFC 5987',
    part(`Content-Disposition: form-data; name="a"; filename*=utf-8''a`, 'x'),
  ],
  ['base64', part('Content-Disposition: form-data; name="a"\r\nContent-Transfer-Encoding: base64', 'eA==')],
  ['no name', part('Content-Disposition: form-data', 'x')],
  ['an empty name', named('', 'x')],
  ['two names', part('Content-Disposition: form-data; name="a"; name="b"', 'x')],
  [
    'two dispositions',
    part('Content-Disposition: form-data; name="a"\r\nContent-Disposition: form-data; name="b"'),
  ],
  ['no headers', '--x\r\n\r\nvalue\r\n'],
  ['a name twice', named('a', '1') + named('a', '1')],
  ['an ampersand in a name', named('a&b', '1')],
  ['an equals sign in a name', named('a=b', '1')],
  ['a NUL in a value', named('a', 'x\0y')],
  ['201 parts', Array.from({ length: 201 }, (_, n) => named(`a${n}`, '')).join('')],
  ['no end', named('a', '1'), ''],
  ['half of its end', named('a', '1'), '--x'],
  ['nothing in it', ''],
  ['line feeds alone', named('a', '1').replaceAll('\r\n', '\n')],
])('[#39] A multipart body with %s is refused', (_what, parts, end) => {
  expect(read(parts, end)).toMatchObject({ ok: false })
})

it.each<[string | undefined, string | null | undefined]>([
  ['multipart/form-data; boundary=----abc', '----abc'],
  ['multipart/form-data; charset=gbk; boundary="a b"', 'a b'],
  ['Multipart/Form-Data;BOUNDARY=x', 'x'],
  ['multipart/form-data', null],
  ['multipart/form-data; boundary=', null],
  [`multipart/form-data; boundary=${'x'.repeat(71)}`, null],
  ['application/x-www-form-urlencoded', undefined],
  [undefined, undefined],
])('The boundary of %j is %j', (type, boundary) => expect(boundaryOf(type)).toBe(boundary))
