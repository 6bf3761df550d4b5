import { codeToHast, createCssVariablesTheme } from 'shiki'

const theme = createCssVariablesTheme()

/** The languages of the texts. */
const LANGUAGES = {
  ts: 'ts',
  tsx: 'tsx',
  js: 'js',
  json: 'json',
  sh: 'sh',
  console: 'sh',
  http: 'http',
  yaml: 'yaml',
  html: 'html',
}

/**
 * Code as elements with the classes of app/(shop)/learn/learn.css, which has their colours for light and dark.
 * @param {string} code @param {string} language an unknown one is shown as plain text
 * @returns {Promise<import('hast').ElementContent[]>}
 */
export async function highlight(code, language) {
  const lang = LANGUAGES[/** @type {keyof typeof LANGUAGES} */ (language)]
  if (!lang) return [{ type: 'text', value: code }]
  // without the usual limit of half a second for a line: a slow machine needs more for the first
  const root = await codeToHast(code, { lang, theme, tokenizeTimeLimit: 0 })
  const [pre] = root.children
  const [inner] = pre?.type === 'element' ? pre.children : []
  return inner?.type === 'element' ? inner.children.flatMap(plain) : []
}

/** One element per line would say nothing more, and the colours are classes. @param {import('hast').ElementContent} node @returns {import('hast').ElementContent[]} */
function plain(node) {
  if (node.type !== 'element') return [node]
  const children = node.children.flatMap(plain)
  const [, token] = /--shiki-(?:token-)?([a-z-]+)\)/.exec(String(node.properties.style ?? '')) ?? []
  if (!token || token === 'foreground') return children
  return [{ ...node, properties: { className: [`code-${token}`] }, children }]
}
