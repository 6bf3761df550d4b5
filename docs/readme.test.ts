import { createPrivateKey } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from '../lib/sandbox-account'
import { FAULT_KINDS } from '../lib/sandbox/faults/fault-kinds'
import { isOtherService, SERVICES } from '../lib/sandbox/merchants/services'

const READMES = { zh: 'README.zh-CN.md', en: 'README.md' }
const GUIDES = ['money-path', 'operation', 'control-api', 'go-live'].map((name) => ({ zh: `docs/${name}.zh-CN.md`, en: `docs/${name}.md` }))
const SANDBOX = { zh: 'docs/sandbox.zh-CN.md', en: 'docs/sandbox.md' }
const read = (file: string) => readFileSync(file, 'utf8')
const all = (text: string, pattern: RegExp) => Array.from(text.matchAll(pattern), ([, found = '']) => found)

/** The Markdown that this repository wrote, with what it links to and shows. */
const PAGES = [...Object.values(READMES), 'ARCHITECTURE.md', 'CONTRIBUTING.md', 'lib/alipay/README.md', 'lib/sandbox/README.md', 'deploy/README.md', ...readdirSync('docs').flatMap((name) => name.endsWith('.md') ? [`docs/${name}`] : [])]

describe.each(PAGES)('%s', (file) => {
  const text = read(file)

  it('links to files that exist', () => {
    const targets = [...all(text, /\]\(([^)\s]+)\)/g), ...all(text, /<img src="([^"]+)"/g)]
    const own = targets.filter((target) => !/^(https?:|#|mailto:)/.test(target))
    const missing = own.filter((target) => {
      const path = decodeURIComponent(target.replace(/#.*/, ''))
      return !existsSync(normalize(join(dirname(file), path)))
    })
    expect(missing).toEqual([])
  })

  it('names commands that package.json has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    const named = [...all(text, /\bnpm run ([\w:-]+)/g), ...all(text, /\bnpm (start|test)\b/g)]
    expect(named.filter((name) => !(name in scripts))).toEqual([])
  })
})

describe.each(Object.entries(READMES))('the README in %s', (language, file) => {
  const text = read(file)

  it('names files and folders of this repository that exist', () => {
    const paths = all(text, /`((?:app|bench|docs|e2e|examples|lib|prisma|public|scenarios|scripts|tools)\/[\w./[\]-]+)`/g)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })

  it('names settings that .env.example explains', () => {
    const known = new Set(all(read('.env.example'), /^#?([A-Z_]+)=/gm))
    const named = all(text, /`(ALIPAY_[A-Z_]+|[A-Z]+_(?:URL|FILE|EMAIL|PORT)|PORT|HOST)\b/g)
    expect(named.filter((name) => !known.has(name))).toEqual([])
  })

  it('gives addresses of pages that the shop has', () => {
    const paths = all(text, /http:\/\/127\.0\.0\.1:3000((?:\/[\w.:-]+)*)/g)
    const pages = readdirSync('app', { recursive: true, encoding: 'utf8' })
      .filter((name) => /(^|[/\\])(page\.tsx|route\.ts)$/.test(name))
      .map((name) => `/${name.replaceAll('\\', '/')}`.replace(/\/\([^/]*\)/g, '').replace(/\/[^/]*$/, ''))
    const hasPage = (path: string) => pages.includes(path)
    expect(paths.length).toBeGreaterThan(3)
    expect(paths.filter((path) => !hasPage(path))).toEqual([])
  })

  it('calls what is to be pressed and looked at by the words that the pages have', () => {
    const walk = text.split(/^## /m).find((section) => /^(A purchase, in one minute|一分钟走完一次购买)/.test(section)) ?? ''
    const pressed = all(walk, /\*\*([^*]+)\*\*/g)
    const quoted = all(walk, /“([^”]+)”/g)
    expect(pressed.length).toBeGreaterThan(8)
    const said = wordsOf(language)
    const isSaid = (words: string) => said.some((text) => text.toLowerCase() === words.toLowerCase())
    expect(pressed.filter((words) => !isSaid(words))).toEqual([])
    // what a page says may be put together of several
    const isBegun = (words: string) => said.some((text) => text.length > 1 && words.startsWith(text))
    expect(quoted.filter((words) => !isSaid(words) && !isBegun(words))).toEqual([])
  })

  it.runIf(language === 'en')('is in English but for what is Chinese wherever it stands', () => {
    const kept = /担保交易|担保|中文说明|中文|掉单|调试错误/g
    expect(all(text.replaceAll(kept, ''), /(\p{Script=Han}+)/gu)).toEqual([])
  })

  it('begins with one sentence, the pictures of a run and three commands; says that escrow is closed to newcomers', () => {
    const [top = ''] = text.split(/^## /m)
    expect(all(top, /^(git clone|npm start|npm test)/gm)).toEqual(['git clone', 'npm start', 'npm test'])
    expect(all(top, /<img src="([^"]+)"/g)).toHaveLength(4)
    expect(top.split('\n').length).toBeLessThan(30)
    expect(text).toMatch(language === 'en' ? /closed the escrow interface to new merchants/ : /已不再向新商户开放担保交易接口/)
  })
})

describe.each(['docs/control-api.md', 'docs/control-api.zh-CN.md'])('%s', (file) => {
  const text = read(file)

  it('gives calls of the control API that the sandbox answers', () => {
    const paths = all(text, /`(?:GET|POST|DELETE) (\/sandbox\/api\/[\w/:-]+)/g)
    const fileOf = (path: string) =>
      `app${path.replace(/\/trades\/:id\/\w.*/, '/trades/[id]/[action]').replaceAll(':id', '[id]')}/route.ts`
    expect(paths.length).toBeGreaterThan(5)
    expect(paths.filter((path) => !existsSync(fileOf(path)))).toEqual([])
  })

  it('names the faults that the sandbox has', () => {
    const rows = all(text, /^\| `([a-z-]+)` \|/gm)
    expect(FAULT_KINDS.filter((kind) => !rows.includes(kind))).toEqual([])
  })
})

describe.each(Object.values(SANDBOX))('%s', (file) => {
  const text = read(file)

  it('names the services that the sandbox simulates, and others of which it says that it does not', () => {
    const paragraphs = text.split(/\n\n/)
    const servicesIn = (mark: RegExp) => all(paragraphs.find((one) => mark.test(one)) ?? '', /`([a-z]+[._][a-z_.]*[a-z])`/g)
    expect(servicesIn(/^(Services: |接口：)/).toSorted()).toEqual(SERVICES.toSorted())
    const others = servicesIn(/\(ILLEGAL_EXTERFACE\)|（ILLEGAL_EXTERFACE）/)
    expect(others.length).toBeGreaterThan(15)
    expect(others.filter((name) => !isOtherService(name))).toEqual([])
  })
})

it.each([READMES, SANDBOX, ...GUIDES])('$en and $zh are in step: the same sections, links, addresses and commands', (pair) => {
  const outline = (file: string) => {
    const text = read(file).replaceAll(/\.en\.png/g, '.png')
    return {
      sections: all(text, /^(##) /gm).length,
      rows: all(text, /^(\|)/gm).length,
      links: all(text, /\]\(([^)\s]+)\)/g).filter((link) => !/^(README|sandbox|control-api|go-live|money-path|operation)/.test(link) && !link.startsWith('#')).map((link) => link.replace('.zh-CN.', '.')),
      pictures: all(text, /<img src="([^"]+)"/g),
      addresses: all(text, /(https?:\/\/[\w.:/-]+)/g),
      code: all(text, /^```\w*\n([\s\S]*?)^```/gm).map((block) => block.replaceAll(/ *#.*/g, '')),
    }
  }
  expect(outline(pair.zh)).toEqual(outline(pair.en))
})

/** Every text of the dictionaries, of the states and of the goods in one language, as far as it is written as one string. */
function wordsOf(language: string): string[] {
  const texts = ['app', 'lib'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /words\.ts$|[/\\]status\.ts$|language-switch\.tsx$/.test(name))
      .map((name) => read(join(folder, name))),
  )
  const strings = texts.flatMap((text) => all(text, /'((?:[^'\\\n]|\\.)*)'/g))
  const goods = all(read('prisma/shop/products.json'), /"name(?:En)?": "([^"]*)"/g)
  const isChinese = (text: string) => /\p{Script=Han}/u.test(text)
  const own = [...strings, ...goods].filter((text) => text && isChinese(text) === (language === 'zh'))
  return [...own, '中文', 'English'] // the names of the languages, which the switch has in both
}

const PRINTED = [...Object.values(READMES), ...Object.values(SANDBOX)]
it.each(PRINTED)('%s prints the keys of the sandbox’s application as they are', (file) => {
  const text = read(file)
  const pkcs8 = createPrivateKey({ key: Buffer.from(SANDBOX_APP.privateKey, 'base64'), format: 'der', type: 'pkcs8' })
  const pkcs1 = pkcs8.export({ type: 'pkcs1', format: 'der' }).toString('base64')
  const printed = Object.fromEntries(Array.from(text.matchAll(/^((?:APP|ALIPAY)_\w+)=([\w+/=]{16,})$/gm), ([, name, value]) => [name, value]))
  expect(printed).toMatchObject({
    APP_ID: SANDBOX_APP.appId,
    APP_PRIVATE_KEY_PKCS8: SANDBOX_APP.privateKey,
    APP_PRIVATE_KEY_PKCS1: pkcs1,
    ALIPAY_PUBLIC_KEY: SANDBOX_GATEWAY_KEYS.publicKey,
  })
})
