import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const numbers = (text: string, pattern: RegExp) =>
  Array.from(text.matchAll(pattern), ([, number]) => Number(number))

const listed = numbers(readFileSync('docs/threats.md', 'utf8'), /^(\d+)\. /gm)
const tests = ['app', 'docs', 'e2e', 'lib', 'prisma', 'scripts']
  .flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).map((name) => `${room}/${name}`))
  .filter((name) => /\.(test|spec)\.tsx?$/.test(name))
const tested = new Set(tests.flatMap((name) => numbers(readFileSync(name, 'utf8'), /\[#(\d+)\]/g)))

it('Every threat of the list has a test that carries its number', () => {
  expect(listed).toEqual(Array.from({ length: listed.length }, (_, index) => index + 1))
  expect(listed.length).toBeGreaterThanOrEqual(75)
  expect(listed.filter((number) => !tested.has(number))).toEqual([])
})

it('Every number in a test’s title is one of the list', () => {
  expect(Array.from(tested).filter((number) => !listed.includes(number))).toEqual([])
})
