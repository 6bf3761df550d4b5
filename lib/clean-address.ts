/** Bytes that stand in the addresses of the shop's pages; percent-encoded or not. */
const OURS = /^[\w./~-]$/
/** Not Next's own files, nor what programs ask for, whose ids may hold anything. */
const NOT_PAGES = /^\/(_next|api|sandbox\/api)(\/|$)/

/** An order's number has an end, so that letters may stand behind it, too. */
const ORDER = /^\/(?:merchant\/)?orders\/\d{24}(?![\d/])/

/**
 * Where an address leads that was copied with something behind it: a space, a bracket, `。`, the rest of a sentence, in
 * whatever encoding. Undefined where nothing stands behind it, or where it is not known what it would lead to: the last part
 * of the path has to begin with something of ours. `target` and the result are request targets, with the query.
 */
export function cleanAddress(target: string): string | undefined {
  const [path = '', ...query] = target.split('?')
  if (!path.startsWith('/') || path.startsWith('//') || NOT_PAGES.test(path)) return undefined
  const clean = ORDER.exec(path)?.[0] ?? path.slice(0, strayFrom(path)).replace(/\.+$/, '')
  if (clean === path || (clean.endsWith('/') && !isPunctuation(path))) return undefined
  return [clean, ...query].join('?')
}

/** The index of the first byte that is none of ours. */
function strayFrom(path: string): number {
  for (const { 0: token, index } of path.matchAll(/%[\da-f]{2}|[^]/gi)) {
    const byte = token.length === 3 ? String.fromCharCode(Number.parseInt(token.slice(1), 16)) : token
    if (!OURS.test(byte)) return index
  }
  return path.length
}

/** The shop's own address with nothing but punctuation or spaces behind it. */
function isPunctuation(path: string) {
  try {
    return /^\/[\p{P}\p{Z}\p{S}]+$/u.test(decodeURIComponent(path))
  } catch {
    return false
  }
}
