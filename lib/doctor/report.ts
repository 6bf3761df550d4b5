import type { Level, Section } from './line'

export type Language = 'zh' | 'en'

export const LEVEL_WORDS: Record<Level, Record<Language | 'mark', string>> = {
  ok: { mark: '✓', zh: '正常', en: 'ok' },
  warning: { mark: '!', zh: '警告', en: 'warning' },
  error: { mark: '✗', zh: '错误', en: 'error' },
  look: { mark: '?', zh: '要人看', en: 'to look up' },
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
    const rows = lines.map(({ level, found, remedy }) => {
      const { mark, [language]: word } = LEVEL_WORDS[level]
      const head = `  ${mark} ${word} ${printable(found[language])}`
      return remedy ? `${head}\n      → ${printable(remedy[language])}` : head
    })
    return [title[language], ...rows].join('\n')
  })
  return [...parts, summary(sections, language)].join('\n\n') + '\n'
}
