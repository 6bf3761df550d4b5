import type { Bilingual, Language } from '../dictionary'

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
  /** What is found, where it is a list, each part with its name. */
  values?: { name: Bilingual; list: string[] }[]
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
    (zh: string, en: string, remedy?: Bilingual): Line => ({
      id,
      check: name,
      level,
      found: { zh, en },
      remedy,
    })
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

export const LEVEL_WORDS: Record<Level, Record<Language | 'mark', string>> = {
  ok: { mark: '✓', zh: '正常', en: 'ok' },
  warning: { mark: '!', zh: '警告', en: 'warning' },
  error: { mark: '✗', zh: '错误', en: 'error' },
  look: { mark: '?', zh: '需人工确认', en: 'check by hand' },
  skipped: { mark: '-', zh: '跳过', en: 'skipped' },
}

/** How many lines of each level there are, in words; levels without a line are left out. */
export function summary(sections: Section[], language: Language): string {
  const lines = sections.flatMap((section) => section.lines)
  return (Object.keys(LEVEL_WORDS) as Level[])
    .map(
      (level) => [LEVEL_WORDS[level][language], lines.filter((line) => line.level === level).length] as const,
    )
    .filter(([, count]) => count > 0)
    .map(([word, count]) => `${word} ${count}`)
    .join(language === 'zh' ? '，' : ', ')
}

/** Control characters from foreign pages must not reach the terminal. */
const printable = (text: string) => text.replace(/[\x00-\x1f\x7f-\x9f]/g, '?')

/** The doctor's findings as text for a terminal. */
export function report(sections: Section[], language: Language): string {
  const parts = sections.map(({ title, lines }) => {
    const rows = lines.map(({ level, found, remedy, values = [] }) => {
      const { mark, [language]: word } = LEVEL_WORDS[level]
      const more = [
        ...values.map(({ name, list }) => `      ${name[language]}  ${list.join('  ')}`),
        ...(remedy ? [`      → ${printable(remedy[language])}`] : []),
      ]
      return [`  ${mark} ${word} ${printable(found[language])}`, ...more].join('\n')
    })
    return [title[language], ...rows].join('\n')
  })
  return [...parts, summary(sections, language)].join('\n\n') + '\n'
}
