/** Characters of the shop's own paths, percent-encoded or not. */
const OURS = /^[\w./~-]$/
/** Next's files, and the addresses for programs, whose ids may hold anything. */
const NOT_PAGES = /^\/(_next|api|sandbox\/api)(\/|$)/

/** An order number has a fixed length, so that even letters behind it can be told apart. */
const ORDER = /^\/(?:merchant\/)?orders\/\d{24}(?![\d/])/

/**
 * The address without what was copied along behind it: a space, a bracket, `。`, the rest of a sentence, in any encoding.
 * Undefined if there is nothing behind it, or if nothing of the last part of the path would be left. `target` and the
 * result are request targets, with the query.
 */
export function cleanAddress(target: string): string | undefined {
  const [path = '', ...query] = target.split('?')
  if (!path.startsWith('/') || path.startsWith('//') || NOT_PAGES.test(path)) return undefined
  const clean = ORDER.exec(path)?.[0] ?? path.slice(0, strayFrom(path)).replace(/\.+$/, '')
  if (clean === path || (clean.endsWith('/') && !isPunctuation(path))) return undefined
  return [clean, ...query].join('?')
}

/** The index of the first character that the shop's paths do not have. */
function strayFrom(path: string): number {
  for (const { 0: token, index } of path.matchAll(/%[\da-f]{2}|[^]/gi)) {
    const byte = token.length === 3 ? String.fromCharCode(Number.parseInt(token.slice(1), 16)) : token
    if (!OURS.test(byte)) return index
  }
  return path.length
}

/** Whether a path is the root with only punctuation or spaces behind it. */
function isPunctuation(path: string) {
  try {
    return /^\/[\p{P}\p{Z}\p{S}]+$/u.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
