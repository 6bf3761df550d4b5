import { expect, it } from 'vitest'
import { hexDump } from './hex-dump'

it('[T4.4b] bytes are shown sixteen to a row, with what is printable beside them', () => {
  expect(hexDump(Buffer.from('subject=\xce\xf7\xba\xfe&a=1 <b>', 'latin1'))).toBe(
    [
      '0000  73 75 62 6a 65 63 74 3d ce f7 ba fe 26 61 3d 31  subject=....&a=1',
      '0010  20 3c 62 3e                                       <b>',
    ].join('\n'),
  )
  expect(hexDump(new Uint8Array())).toBe('')
})
