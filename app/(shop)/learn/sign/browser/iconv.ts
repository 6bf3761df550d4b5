/** GBK for the browser: what its own decoder reads, the other way round. Stands for iconv-lite (next.config.ts). */

let table: Map<string, [number, number]> | undefined

/** Every character of two bytes, from 8140 to FEFE. Where two codes are read as one character, the first is written. */
function gbkTable() {
  const decoder = new TextDecoder('gbk')
  const found = new Map<string, [number, number]>()
  for (let lead = 0x81; lead <= 0xfe; lead++)
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const character = decoder.decode(Uint8Array.of(lead, trail))
      if (character.length === 1 && character !== '\ufffd' && !found.has(character))
        found.set(character, [lead, trail])
    }
  return found
}

const iconv = {
  /** GBK bytes; `?` for what GBK does not have, as iconv-lite writes it. */
  encode(text: string): Buffer {
    const bytes: number[] = []
    for (const character of text) {
      const code = character.codePointAt(0) ?? 0
      if (code < 0x80) bytes.push(code)
      else bytes.push(...((table ??= gbkTable()).get(character) ?? [0x3f]))
    }
    return Buffer.from(bytes)
  },
}
export default iconv
