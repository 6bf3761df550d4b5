import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { compileText } from '@/scripts/learn/compile-text.js'
import { readRegion } from '@/scripts/learn/read-region.js'

const FRONT = '---\ntitle: t\nquestion: q\nsummary: s\n---\n\n'
const compile = (body: string) => compileText(FRONT + body, 'learn/en/x.mdx')

it('A region is a declaration with its doc comment, as it stands in the file', () => {
  const { file, from, to, text } = readRegion('lib/alipay/partner/string-to-sign.ts#stringToSign')
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(from - 1, to)
  expect(text).toBe(lines.join('\n'))
  expect(text).toMatch(/^\/\*\*[^]*\n \*\/\nexport const stringToSign = /)
})

it.each([
  ['a declaration within another', 'lib/alipay/params.ts#parseForm.start', /^const start = size$/],
  [
    'a property with a quoted name',
    'lib/alipay/open/error-codes.ts#OPEN_ERROR_CODES.CONTEXT_INCONSISTENT',
    /^CONTEXT_INCONSISTENT: \{/,
  ],
  ['a member of an interface', 'lib/alipay/partner/request.ts#Account.charset', /^charset: Charset$/],
])('A region can be %s, without the indentation that it has there', (_what, name, pattern) => {
  expect(readRegion(name).text).toMatch(pattern)
})

it.each([
  ['a file that is gone', 'lib/gone.ts#x', 'there is no file lib/gone.ts'],
  ['a name that is gone', 'lib/alipay/params.ts#gone', 'declares no gone'],
  ['a file outside of the repository', '../x.ts#y', 'there is no file ../x.ts'],
])('%s fails the build, with the text’s file and line', async (_what, region, message) => {
  await expect(compile(`text\n\n<Code region="${region}" />\n`)).rejects.toThrow(/^learn\/en\/x\.mdx:9: /)
  await expect(compile(`<Code region="${region}" />\n`)).rejects.toThrow(message)
})

it.each([
  ['an unknown component', '<Unknown />', 'there is no component <Unknown>'],
  ['an attribute that a component does not take', '<Note kind="x">\n\ny\n\n</Note>', '<Note> takes nothing'],
  ['a missing attribute', '<Mistake>\n\ny\n\n</Mistake>', '<Mistake> takes title'],
  ['an expression', 'a {1 + 1} b', 'for a brace'],
  ['a heading without an id', '## Heading', 'ends in its id'],
  ['two headings with one id', '## A [#a]\n\n## B [#a]', 'two headings are called a'],
  ['an import', "import x from 'y'", 'imports and exports nothing'],
])('%s fails the build', async (_what, body, message) => {
  await expect(compile(`${body}\n`)).rejects.toThrow(message)
})

it('Code is coloured by classes, so that it needs no style of its own', async () => {
  const { code } = await compile('<Code region="lib/alipay/partner/sign.ts#md5Sign" />\n')
  expect(code).toContain('code-keyword')
  expect(code).not.toContain('style')
})

it('What is said about a text comes with it: its first lines and its headings', async () => {
  const { meta } = await compile('## The paths [#paths]\n\n### One `x` [#one]\n')
  expect(meta).toMatchObject({ title: 't', question: 'q', summary: 's', covers: '' })
  expect(meta.headings).toEqual([
    { id: 'paths', depth: 2, text: 'The paths' },
    { id: 'one', depth: 3, text: 'One x' },
  ])
})
