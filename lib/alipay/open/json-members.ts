/** The members of a JSON object with the very characters of their values, or why there is no such object. */
export type Members =
  | { ok: true; members: ReadonlyMap<string, string> }
  | { ok: false; code: 'not_json' }
  | { ok: false; code: 'member_twice'; detail: string }

const SPACE = /[ \t\n\r]*/y
const STRING = /"(?:[^"\\\x00-\x1f]|\\.)*"/y
const WORD = /[-+.\w]+/y

/** Values nested deeper than this are refused. */
const MAX_DEPTH = 32

/**
 * Splits the one JSON object that a text must be, so that what is verified is the part that was sent: JSON.parse would drop
 * a doubled member, and lose which characters a value was written with (threats.md 80). Works on text or on a binary
 * string; the values are not parsed.
 */
export function membersOf(json: string): Members {
  let at = 0
  /** The piece that matches at this place, or undefined; goes behind it. */
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at
    const piece = pattern.exec(json)?.[0]
    at += piece?.length ?? 0
    return piece
  }
  const isNext = (character: string) => {
    take(SPACE)
    if (json[at] !== character) return false
    at += 1
    return true
  }
  /** Goes behind one value; false where there is none. What it holds is for JSON.parse to check. */
  const skipValue = () => {
    const closers: string[] = []
    do {
      take(SPACE)
      const character = json[at] ?? ''
      if (character === '{' || character === '[') {
        closers.push(character === '{' ? '}' : ']')
        if (closers.length > MAX_DEPTH) return false
        at += 1
      } else if (closers.length > 0 && character === closers.at(-1)) {
        closers.pop()
        at += 1
      } else if (closers.length > 0 && (character === ',' || character === ':')) at += 1
      else if (!(take(STRING) ?? take(WORD))) return false
    } while (closers.length > 0)
    return true
  }

  const members = new Map<string, string>()
  if (!isNext('{')) return { ok: false, code: 'not_json' }
  if (!isNext('}')) {
    do {
      take(SPACE)
      const name = parsed(take(STRING) ?? '')
      if (typeof name !== 'string' || !isNext(':')) return { ok: false, code: 'not_json' }
      take(SPACE)
      const start = at
      if (!skipValue()) return { ok: false, code: 'not_json' }
      if (members.has(name)) return { ok: false, code: 'member_twice', detail: name.slice(0, 80) }
      members.set(name, json.slice(start, at))
    } while (isNext(','))
    if (!isNext('}')) return { ok: false, code: 'not_json' }
  }
  take(SPACE)
  return at === json.length ? { ok: true, members } : { ok: false, code: 'not_json' }
}

/** A JSON text's value, or undefined for what is no JSON. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}
