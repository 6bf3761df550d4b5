import { readFileSync } from 'node:fs'
import path from 'node:path'
import { compile } from '@mdx-js/mdx'
import remarkGfm from 'remark-gfm'
import { highlight } from './highlight.js'
import { readRegion } from './read-region.js'

/**
 * @typedef {import('hast').Nodes} Node
 * @typedef {{ name: string, attributes: Record<string, string> }} Tag a component with its attributes
 * @typedef {{ language: string, code: string, inTry: boolean }} Fence a block of code, and whether it stands in a <Try>
 * @typedef {{ title: string, question: string, summary: string, minutes: string, covers: string }} Front
 * @typedef {Front & { headings: { id: string, depth: number, text: string }[] }} Meta
 * @typedef {{ tags: Tag[], links: string[], labels: string[], words: string[], fences: Fence[], prose: string }} Facts
 *   what the tests check: `labels` are in bold, `words` between backticks, `prose` is the text outside of code
 */

/** The components of a text with their attributes; `?` marks those that may be left out. */
const TAGS = {
  Code: ['region', 'title?'],
  Entry: ['id', 'term', 'also?'],
  Mistake: ['title'],
  Note: [],
  Picture: ['name'],
  Question: ['ask'],
  Sign: ['text', 'key?'],
  Try: ['scenario?'],
}

/** The names before a text's first line. */
const FRONT = ['title', 'question', 'summary', 'minutes', 'covers']

/**
 * Compiles a text of learn/ to a module: the default export is its component, `meta` what is said about it. The code it
 * shows is taken from the files and highlighted here, so that a page reads no file and a name that is gone fails the build.
 * `files` are those that the text shows. Throws a sentence with file and line.
 * @param {string} source @param {string} file
 */
export async function compileText(source, file) {
  const { front, body } = readFront(source, file)
  /** @type {Meta['headings']} */
  const headings = []
  /** @type {Set<string>} */
  const files = new Set()
  /** @type {Facts} */
  const facts = { tags: [], links: [], labels: [], words: [], fences: [], prose: '' }
  const where = path.relative('.', file)
  const transform = () => async (/** @type {Node} */ tree) => {
    await visit(tree, async (node, parents) => {
      const fail = (/** @type {string} */ why) => {
        throw new Error(`${where}:${node.position?.start.line ?? 1}: ${why}`)
      }
      note(node, parents, facts)
      if (node.type === 'mdxjsEsm') fail('a text imports and exports nothing')
      if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
        if (!/^\s*\/\*[^]*\*\/\s*$/.test(node.value)) fail(`write \\{ for a brace: {${node.value}}`)
      } else if (node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement') {
        const tag = readTag(node, fail)
        facts.tags.push(tag)
        if (tag.name === 'Code') await fillCode(node, tag, files, fail)
      } else if (node.type === 'element' && node.tagName === 'pre') await highlightFence(node)
      else if (node.type === 'element' && /^h[1-6]$/.test(node.tagName))
        headings.push(readHeading(node, fail))
    })
  }
  const compiled = await compile(
    { value: body, path: file },
    { remarkPlugins: [remarkGfm], rehypePlugins: [transform], development: false },
  )
  const ids = headings.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice) throw new Error(`${where}: two headings are called ${twice}`)
  const meta = { ...front, headings }
  return {
    code: `${compiled}\nexport const meta = ${JSON.stringify(meta)}\n`,
    meta,
    facts,
    files: [...files],
  }
}

/**
 * The lines between `---`, each `name: value`. The rest keeps its line numbers.
 * @param {string} source @param {string} file @returns {{ front: Front, body: string }}
 */
function readFront(source, file) {
  const [all = '', inside = ''] = /^---\n([^]*?)\n---\n/.exec(source) ?? []
  const front = Object.fromEntries(inside.split('\n').map((line) => {
    const at = line.indexOf(':')
    return [line.slice(0, at).trim(), line.slice(at + 1).trim()]
  })) // prettier-ignore
  const missing = FRONT.slice(0, 3).filter((name) => !front[name])
  const unknown = Object.keys(front).filter((name) => !FRONT.includes(name))
  if (missing.length + unknown.length > 0)
    throw new Error(`${path.relative('.', file)}: its first lines ${[...missing.map((name) => `have no ${name}`), ...unknown.map((name) => `may not have ${name}`)].join(', ')}`) // prettier-ignore
  const body = all.replace(/[^\n]/g, '') + source.slice(all.length)
  return { front: { title: '', question: '', summary: '', minutes: '', covers: '', ...front }, body }
}

/** @param {Node} node @param {(node: any, parents: any[]) => Promise<void>} onNode @param {Node[]} parents */
async function visit(node, onNode, parents = []) {
  await onNode(node, parents)
  if (!('children' in node)) return
  for (const child of [...node.children]) if (!isFilled(node)) await visit(child, onNode, [...parents, node])
}

/** What was made here is not looked at again. @param {Node} node */
const isFilled = (node) => 'data' in node && node.data !== undefined && 'filled' in node.data

/** @param {any} node @param {any[]} parents @param {Facts} facts */
function note(node, parents, facts) {
  const isCode = parents.some(({ tagName }) => tagName === 'code' || tagName === 'pre')
  if (node.type === 'text' && !isCode) facts.prose += node.value
  if (node.type !== 'element') return
  if (node.tagName === 'a') facts.links.push(String(node.properties.href))
  if (node.tagName === 'strong') facts.labels.push(textOf(node))
  if (node.tagName === 'code' && !isCode) facts.words.push(textOf(node))
  if (node.tagName !== 'pre') return
  const code = node.children[0]
  const inTry = parents.some(({ name }) => name === 'Try')
  facts.fences.push({ language: languageOf(code), code: textOf(code), inTry })
}

/** @param {any} node @returns {string} */
const textOf = (node) => (node.type === 'text' ? node.value : (node.children ?? []).map(textOf).join(''))

/** @param {any} code */
const languageOf = (code) => /language-(\S+)/.exec(String(code?.properties?.className ?? ''))?.[1] ?? 'text'

/** @param {any} node @param {(why: string) => void} fail @returns {Tag} */
function readTag(node, fail) {
  const known = TAGS[/** @type {keyof typeof TAGS} */ (node.name)]
  if (!known) fail(`there is no component <${node.name}>: write \\< for a bracket`)
  /** @type {Record<string, string>} */
  const attributes = {}
  for (const { type, name, value } of node.attributes) {
    if (type !== 'mdxJsxAttribute' || typeof value !== 'string')
      fail(`<${node.name}> takes plain "texts" only`)
    attributes[name] = value
  }
  const names = known.map((name) => name.replace('?', ''))
  const wrong = Object.keys(attributes).filter((name) => !names.includes(name))
  const missing = known.filter((name) => !name.endsWith('?') && !attributes[name])
  if (wrong.length + missing.length > 0) fail(`<${node.name}> takes ${known.join(', ') || 'nothing'}`)
  return { name: node.name, attributes }
}

/** Puts the code into a <Code>. @param {any} node @param {Tag} tag @param {Set<string>} files @param {(why: string) => void} fail */
async function fillCode(node, { attributes }, files, fail) {
  try {
    const { file, from, to, text } = readRegion(attributes.region ?? '')
    files.add(path.resolve(file))
    const more = { file, from: String(from), to: String(to), href: repositoryLink(file, from, to) }
    for (const [name, value] of Object.entries(more))
      if (value) node.attributes.push({ type: 'mdxJsxAttribute', name, value })
    node.children = await highlight(text, file.replace(/.*\./, ''))
    node.data = { filled: true }
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

/** @param {any} pre */
async function highlightFence(pre) {
  const [code] = pre.children
  const language = languageOf(code)
  code.children = await highlight(textOf(code).replace(/\n$/, ''), language)
  code.properties = {}
  pre.properties = { tabIndex: 0, 'data-language': language }
  pre.data = { filled: true }
}

/** Takes `[#id]` from the end of a heading. @param {any} node @param {(why: string) => void} fail */
function readHeading(node, fail) {
  const last = node.children.at(-1)
  const [mark, id = ''] = /\s*\[#([a-z][a-z0-9-]*)\]\s*$/.exec(last?.value ?? '') ?? []
  const depth = Number(node.tagName.slice(1))
  if (!mark || depth < 2 || depth > 3) fail('a heading is ## or ### and ends in its id, as in [#three-paths]')
  last.value = last.value.slice(0, -(mark ?? '').length)
  node.properties = { id }
  return { id, depth, text: textOf(node) }
}

/** Where people read this repository, with its lines; undefined unless package.json names it. @param {string} file @param {number} from @param {number} to */
function repositoryLink(file, from, to) {
  const { repository } = JSON.parse(readFileSync('package.json', 'utf8'))
  const url = (typeof repository === 'string' ? repository : repository?.url)?.replace(/^git\+|\.git$/g, '')
  return url && `${url}/blob/main/${file.split('/').map(encodeURIComponent).join('/')}#L${from}-L${to}`
}
