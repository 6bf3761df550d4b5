/**
 * A body of at most `maxBytes`, or undefined. A longer one is still read to its end, but not kept: a browser reads no
 * response before it has sent everything.
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.length
    if (size <= maxBytes) chunks.push(chunk)
  }
  return size <= maxBytes ? new Uint8Array(Buffer.concat(chunks)) : undefined
}
