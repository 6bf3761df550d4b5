import { existsSync, readFileSync } from 'node:fs'
import ts from 'typescript'

/**
 * A piece of this repository's code: the declaration of a name in a file, with its doc comment.
 * @typedef {{ file: string, from: number, to: number, text: string }} Region
 */

/**
 * Reads `FILE#NAME`, or `FILE#OUTER.INNER` for a declaration within another. Throws where the file or the name is gone: a
 * text may not show code that does not exist.
 * @param {string} name @returns {Region}
 */
export function readRegion(name) {
  const [file = '', symbol = ''] = name.split('#')
  if (!/^[\w()[\]./-]+\.[jt]sx?$/.test(file) || file.includes('..') || !existsSync(file))
    throw new Error(`${name}: there is no file ${file}`)
  const source = sourceOf(file)
  /** @type {ts.Node} */
  let found = source
  for (const part of symbol.split('.')) {
    const inner = found === source ? declarations(source.statements, part) : within(found, part)
    if (!inner) throw new Error(`${name}: ${file} declares no ${part}`)
    found = inner
  }
  const lineOf = (/** @type {number} */ at) => source.getLineAndCharacterOfPosition(at).line
  const [from, to] = [lineOf(found.getStart(source, true)), lineOf(found.getEnd())]
  return { file, from: from + 1, to: to + 1, text: dedented(source.text.split('\n').slice(from, to + 1)) }
}

/** @param {string} file */
function sourceOf(file) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  return ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true, kind)
}

/** The node that declares a name among these, or undefined. @param {Iterable<ts.Node>} nodes @param {string} name */
function declarations(nodes, name) {
  for (const node of nodes) {
    if (ts.isVariableStatement(node)) {
      const own = node.declarationList.declarations.some((declared) => isNamed(declared.name, name))
      if (own) return node
    } else if ('name' in node && isNamed(/** @type {ts.Node} */ (node.name), name)) return node
  }
  return undefined
}

/** Breadth first, so that the outermost declaration of a name counts. @param {ts.Node} node @param {string} name */
function within(node, name) {
  for (let level = childrenOf(node); level.length > 0; level = level.flatMap(childrenOf)) {
    const found = declarations(level, name)
    if (found) return found
  }
  return undefined
}

/** @param {ts.Node} node */
function childrenOf(node) {
  /** @type {ts.Node[]} */
  const children = []
  ts.forEachChild(node, (child) => void children.push(child))
  return children
}

/** @param {ts.Node | undefined} node @param {string} name @returns {boolean} */
function isNamed(node, name) {
  if (node === undefined) return false
  if (ts.isArrayBindingPattern(node) || ts.isObjectBindingPattern(node))
    return node.elements.some((element) => ts.isBindingElement(element) && isNamed(element.name, name))
  return (ts.isIdentifier(node) || ts.isStringLiteral(node)) && node.text === name
}

/** @param {string[]} lines */
function dedented(lines) {
  const indents = lines.filter((line) => line.trim()).map((line) => /^ */.exec(line)?.[0].length ?? 0)
  const least = Math.min(...indents)
  return lines.map((line) => line.slice(least)).join('\n')
}
