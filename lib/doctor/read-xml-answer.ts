export type XmlAnswer = { kind: 'malformed' } | { kind: 'refused'; code: string } | { kind: 'done' }

/** The gateway's answer between servers, as far as the doctor needs it: its tags and codes are ASCII in every charset. */
export function readXmlAnswer(bytes: Uint8Array): XmlAnswer {
  const text = Buffer.from(bytes).toString('latin1')
  if (!/^\s*(<\?xml[^>]*\?>\s*)?<alipay>/.test(text)) return { kind: 'malformed' }
  const code = /<error>\s*(\w{1,64})\s*<\/error>/.exec(text)?.[1]
  return code ? { kind: 'refused', code } : { kind: 'done' }
}
