const SHIFTS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
const SINES = Uint32Array.from({ length: 64 }, (_, index) =>
  Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32),
)

/** MD5 (RFC 1321) as 32 hex digits, which browsers do not have. */
export function md5(bytes: Uint8Array): string {
  const blocks = new Uint8Array(((bytes.length + 8) >> 6 << 6) + 64) // prettier-ignore
  blocks.set(bytes)
  blocks[bytes.length] = 0x80
  const view = new DataView(blocks.buffer)
  view.setUint32(blocks.length - 8, bytes.length << 3, true)
  view.setUint32(blocks.length - 4, bytes.length >>> 29, true)
  const state = Uint32Array.of(0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476)
  for (let at = 0; at < blocks.length; at += 64) mix(state, view, at)
  const digest = new DataView(new ArrayBuffer(16))
  state.forEach((word, index) => digest.setUint32(index * 4, word, true))
  return Array.from(new Uint8Array(digest.buffer), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** One block of 64 bytes. */
function mix(state: Uint32Array, view: DataView, at: number) {
  let [a = 0, b = 0, c = 0, d = 0] = state
  for (let step = 0; step < 64; step++) {
    const round = step >> 4
    const [mixed, word] =
      round === 0
        ? [(b & c) | (~b & d), step]
        : round === 1
          ? [(d & b) | (~d & c), (5 * step + 1) & 15]
          : round === 2
            ? [b ^ c ^ d, (3 * step + 5) & 15]
            : [c ^ (b | ~d), (7 * step) & 15]
    const sum = (a + mixed + (SINES[step] ?? 0) + view.getUint32(at + word * 4, true)) | 0
    const shift = SHIFTS[round * 4 + (step & 3)] ?? 0
    ;[a, d, c, b] = [d, c, b, (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0]
  }
  ;[a, b, c, d].forEach((word, index) => (state[index] = ((state[index] ?? 0) + word) | 0))
}
