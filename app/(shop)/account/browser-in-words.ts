import type { Bilingual, Language } from '@/lib/dictionary'

// In this order: most browsers claim to be several
const BROWSERS: [RegExp, string | Bilingual][] = [
  [/MicroMessenger\//, { zh: '微信', en: 'WeChat' }],
  [/Edg(A|iOS)?\//, 'Edge'],
  [/QQBrowser\//, { zh: 'QQ 浏览器', en: 'QQ Browser' }],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** A User-Agent header in plain words, such as `Chrome，Windows`. The header may hold anything. */
export function browserInWords(userAgent: string | null, language: Language): string {
  const of = <Name>(list: [RegExp, Name][]) => list.find(([pattern]) => pattern.test(userAgent ?? ''))?.[1]
  const browser = of(BROWSERS) ?? { zh: '不认识的浏览器', en: 'an unknown browser' }
  const name = typeof browser === 'string' ? browser : browser[language]
  return [name, of(SYSTEMS)].filter(Boolean).join({ zh: '，', en: ', ' }[language])
}
