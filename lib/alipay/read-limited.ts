/** The first `maxBytes` of a body, and whether there was more; the rest is not waited for. */
export async function readLimited(
  body: ReadableStream<Uint8Array> | null,
  maxBytes: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; truncated: boolean }> {
  const chunks: Uint8Array[] = []
  let size = 0
  if (body) {
    for await (const chunk of body) {
      chunks.push(chunk)
      size += chunk.length
      if (size > maxBytes) break // leaving the loop cancels the stream
    }
  }
  return { bytes: new Uint8Array(Buffer.concat(chunks)).subarray(0, maxBytes), truncated: size > maxBytes }
}
