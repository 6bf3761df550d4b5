import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '@/lib/dictionary'
import { listLessons, listScenarios } from '@/scenarios/scenario'
import { compileText } from '@/scripts/learn/compile-text.js'
import { findCode } from './errors/codes'
import { PICTURE_NAMES } from './pictures/picture'
import { fileOf, isSlug, type Slug, SLUGS } from './texts'

const read = (file: string) => readFileSync(file, 'utf8')
const all = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found = '']) => found)

const fileIn = (language: string, slug: Slug) => `learn/${language}/${fileOf(slug)}.mdx`
const compiled = async (language: string, slug: Slug) => {
  const file = fileIn(language, slug)
  return compileText(read(file), file)
}

const TEXTS = LANGUAGES.flatMap((language) => SLUGS.map((slug) => ({ language, slug })))

it('Every file of learn/ is a text of a page', () => {
  const files = TEXTS.map(({ language, slug }) => fileIn(language, slug))
  const found = LANGUAGES.flatMap((language) =>
    readdirSync(`learn/${language}`).map((name) => `learn/${language}/${name}`),
  )
  expect(found.toSorted()).toEqual(files.toSorted())
})

describe.each(TEXTS)('learn/$language, $slug', ({ language, slug }) => {
  it('compiles, and all it shows, names and leads to is there', async () => {
    const { facts } = await compiled(language, slug)
    const wrong: string[] = []
    for (const { name, attributes } of facts.tags) {
      if (name === 'Picture' && !PICTURE_NAMES.includes(attributes.name ?? ''))
        wrong.push(`picture ${attributes.name}`)
      const { scenario } = attributes
      if (scenario && ![...listScenarios(), ...listLessons()].includes(scenario))
        wrong.push(`scenario ${scenario}`)
    }
    for (const link of facts.links)
      if (!(await leadsSomewhere(link, language, slug))) wrong.push(`link ${link}`)
    for (const word of facts.words) if (!exists(word)) wrong.push(`\`${word}\``)
    const commands = new Set(Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts))
    for (const name of all(read(fileIn(language, slug)), /\bnpm run ([\w:-]+)/g))
      if (!commands.has(name)) wrong.push(`npm run ${name}`)
    expect(wrong).toEqual([])
  })

  it('puts in bold only the words that stand on a page', async () => {
    const { facts } = await compiled(language, slug)
    const said = wordsOf(language)
    expect(facts.labels.filter((label) => !said.has(label.toLowerCase()))).toEqual([])
  })

  it('shows at most thirty lines of code in one piece', async () => {
    const { code } = await compiled(language, slug)
    const lengths = Array.from(
      code.matchAll(/from: "(\d+)",\s*to: "(\d+)"/g),
      ([, from, to]) => Number(to) - Number(from) + 1,
    )
    expect(lengths.filter((lines) => lines > 30)).toEqual([])
  })

  it('follows every block to be run with what it prints', async () => {
    const { facts } = await compiled(language, slug)
    const tried = facts.fences.filter(({ inTry }) => inTry).map((fence) => fence.language)
    expect(tried.filter((name) => name !== 'console').join(' ')).toMatch(/^(sh output ?)*$/)
    expect(facts.fences.filter((fence) => fence.language === 'sh' && !fence.inTry)).toEqual([])
  })

  it.runIf(language === 'en')('has no Chinese outside of code', async () => {
    const { facts } = await compiled(language, slug)
    expect(all(facts.prose, /(\p{Script=Han}+)/gu)).toEqual([])
  })
})

it.each(SLUGS)(
  '%s is the same in both languages: headings, code, pictures, steps, mistakes, questions',
  async (slug) => {
    const outline = async (language: string) => {
      const { meta, facts } = await compiled(language, slug)
      const tagOf = ({ name, attributes }: (typeof facts.tags)[number]) =>
        [name, attributes.region, attributes.scenario, attributes.id, name === 'Picture' && attributes.name]
          .filter(Boolean)
          .join(' ')
      return {
        minutes: meta.minutes,
        covers: meta.covers,
        headings: meta.headings.map(({ id, depth }) => `${depth} ${id}`),
        tags: facts.tags.map(tagOf),
      }
    }
    expect(await outline('en')).toEqual(await outline('zh'))
  },
)

it('Every requirement of docs/spec.md has a test or a chapter that names it', async () => {
  const ids = all(read('docs/spec.md'), /^\| ([A-Z]\d[\w.]*) \|/gm)
  expect(ids.length).toBeGreaterThan(50)
  const chapters = await Promise.all(SLUGS.map((slug) => compiled('zh', slug)))
  const taught = chapters.flatMap(({ meta }) => meta.covers.split(/\s+/))
  expect(taught.filter((id) => id && !ids.includes(id))).toEqual([])
  const tests = ['app', 'bench', 'docs', 'e2e', 'lib', 'prisma', 'scripts'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(test|spec)\.ts$/.test(name))
      .map((name) => read(path.join(folder, name))),
  )
  const tested = new Set(tests.flatMap((text) => all(text, /\[([A-Z]\d[\w.]*)\]/g)))
  for (const name of listScenarios()) for (const id of coversOf(name)) tested.add(id)
  expect(ids.filter((id) => !tested.has(id) && !taught.includes(id))).toEqual([])
})

const coversOf = (scenario: string) =>
  (JSON.parse(read(`scenarios/${scenario}.json`)) as { covers: string[] }).covers

/** Whether a link leads to a page of the shop, or to a heading, a word or a code of the tutorial. */
async function leadsSomewhere(link: string, language: string, own: Slug): Promise<boolean> {
  if (/^https:\/\//.test(link)) return true
  const [page = '', id] = link.replace(/\?.*?(?=#|$)/, '').split('#')
  const code = /^\/learn\/errors\/(.+)$/.exec(page)?.[1]
  if (code) return findCode(code) !== undefined
  const slug = page === '' ? own : (/^\/learn\/([\w-]+)$/.exec(page)?.[1] ?? '')
  if (!isSlug(slug)) return PAGES.has(page) && id === undefined
  if (id === undefined) return true
  const { meta, facts } = await compiled(language, slug)
  const entries = facts.tags.filter(({ name }) => name === 'Entry').map(({ attributes }) => attributes.id)
  return [...meta.headings.map((heading) => heading.id), ...entries].includes(id)
}

const PAGES = new Set(
  readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => /(^|[/\\])(page\.tsx|route\.ts)$/.test(name))
    .map(
      (name) =>
        `/${name.replaceAll('\\', '/')}`.replaceAll(/\/\([^/]*\)/g, '').replace(/\/[^/]*$/, '') || '/',
    ),
)

/** A path of this repository, where the word looks like one. */
const exists = (word: string) =>
  !/^(app|bench|docs|e2e|examples|learn|lib|prisma|public|scenarios|scripts)\/[\w./[\]()-]+$/.test(word) ||
  existsSync(word)

/** Every text of the dictionaries, of the states and of the goods in one language, in small letters. */
function wordsOf(language: string): Set<string> {
  const texts = ['app', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /words\.ts$|[/\\]status\.ts$|report\.ts$/.test(name))
      .map((name) => read(path.join(folder, name))),
  )
  const strings = texts.flatMap((text) => all(text, /'((?:[^'\\\n]|\\.)*)'/g))
  const goods = all(read('prisma/shop/products.json'), /"name(?:En)?": "([^"]*)"/g)
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
  return new Set(
    [...strings, ...goods]
      .filter((text) => isChinese(text) === (language === 'zh'))
      .map((text) => text.toLowerCase()),
  )
}
