import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Charset } from '../charset'
import { signParams } from './sign'

interface Published {
  id: string
  sign_type: string
  charset?: Charset
  key?: string
  params?: Record<string, string>
  expected_sign: string
}

/** Vectors that other people published. They belong to them, so the file lies beside this project or not at all. */
const FILE = path.resolve(import.meta.dirname, '../../../../shared/vectors.json')

const published: Published[] = existsSync(FILE) ? JSON.parse(readFileSync(FILE, 'utf8')).vectors : []
const usable = published.filter(
  ({ id, sign_type, key, params }) => /^[AC]-/.test(id) && sign_type === 'MD5' && key && params,
)

describe.skipIf(published.length === 0)('the sign vectors that others have published', () => {
  it('[F1a] some of both kinds can be checked: whole signs, and published strings', () => {
    expect(new Set(usable.map(({ id }) => id[0]))).toEqual(new Set(['A', 'C']))
  })

  it.each(usable)('[F1a] $id', ({ params, key, charset, expected_sign }) => {
    expect(signParams(Object.entries(params ?? {}), key ?? '', charset ?? 'utf-8')).toBe(expected_sign)
  })
})
