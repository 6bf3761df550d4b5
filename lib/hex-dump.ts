/** Bytes in rows of 16: offset, hex, and the printable ASCII among them. */
export function hexDump(bytes: Uint8Array): string {
  const rows: string[] = []
  for (let at = 0; at < bytes.length; at += 16) {
    const row = Buffer.from(bytes.subarray(at, at + 16))
    const hex = row.toString('hex').replace(/../g, '$& ').padEnd(48)
    rows.push(`${at.toString(16).padStart(4, '0')}  ${hex} ${row.toString('latin1').replace(/[^ -~]/g, '.')}`)
  }
  return rows.join('\n')
}
