import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encode, firstUnencodable } from '@/lib/alipay/charset'
import { md5 } from './md5'
import iconv from './iconv'

it('MD5 in the browser is MD5', () => {
  expect(md5(new Uint8Array())).toBe('d41d8cd98f00b204e9800998ecf8427e')
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(md5(bytes)).toBe(createHash('md5').update(bytes).digest('hex'))
    }),
  )
})

it('[T3.1h] GBK in the browser is the shop’s, for every character that GBK has', () => {
  const every = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code))
  const carried = every.filter(
    (character) => character.isWellFormed() && firstUnencodable(character, 'gbk') === undefined,
  )
  expect(carried.length).toBeGreaterThan(21_000)
  const text = carried.join('')
  expect(iconv.encode(text).equals(encode(text, 'gbk'))).toBe(true)
  expect(iconv.encode('😀').toString()).toBe('?')
})
