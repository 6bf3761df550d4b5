import type { Bilingual } from '../dictionary'

/** `look`: only a person can look it up. `skipped`: cannot be checked until something else is right. */
export type Level = 'ok' | 'warning' | 'error' | 'look' | 'skipped'

/** The result of one check. */
export interface Line {
  /** The requirement in docs/spec.md, the checks of T5.2 as T5.2-1A to T5.2-3C; empty where there is none. Not shown. */
  id: string
  /** The check's unique name, for programs and tests. */
  check: string
  level: Level
  found: Bilingual
  /** What to do about it, if anything. */
  remedy?: Bilingual
}

export interface Section {
  title: Bilingual
  lines: Line[]
}

export const say = (zh: string, en: string): Bilingual => ({ zh, en })

/** The possible results of one check. */
export function check(id: string, name: string) {
  const line =
    (level: Level) =>
    (found: Bilingual, remedy?: Bilingual): Line => ({ id, check: name, level, found, remedy })
  return {
    ok: line('ok'),
    warning: line('warning'),
    error: line('error'),
    look: line('look'),
    skipped: line('skipped'),
  }
}

/** 0: all is well; 1: there are warnings; 2: there are errors. */
export function exitCode(sections: Section[]): 0 | 1 | 2 {
  const levels = new Set(sections.flatMap(({ lines }) => lines.map(({ level }) => level)))
  return levels.has('error') ? 2 : levels.has('warning') ? 1 : 0
}
