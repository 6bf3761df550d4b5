import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { parseEnv, SettingError } from './env'
import { openLog } from './log'

const KEY = 'abcdefghijklmnopqrstuvwxyz012345'
const folder = mkdtempSync(join(tmpdir(), 'danbao-log-'))
afterAll(() => rmSync(folder, { recursive: true }))

const linesOf = (file: string) =>
  readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line): unknown => JSON.parse(line))

function complaint(LOG_FILE: string) {
  try {
    parseEnv({ LOG_FILE })
  } catch (error) {
    if (error instanceof SettingError) return error.message
    throw error
  }
  return 'no complaint'
}

describe('[T3.1g] [T4.5a] a text that is logged', () => {
  test('arrives whole in LOG_FILE: Chinese, line breaks and quotes, one line of JSON per message', () => {
    const file = join(folder, 'whole.log')
    const texts = ['付款成功：￥0.01', 'first\r\nsecond\n', '"quoted" \\ \u2028 😀']
    const log = openLog(file, [KEY])
    for (const text of texts) log.info({ orderNo: '20990101' }, text)
    expect(readFileSync(file, 'utf8').match(/\n/g)).toHaveLength(texts.length)
    expect(linesOf(file)).toMatchObject(texts.map((msg) => ({ msg, orderNo: '20990101' })))
  })

  test('is appended to what is there', () => {
    const file = join(folder, 'appended.log')
    openLog(file, [KEY]).info('one')
    openLog(file, [KEY]).info('two')
    expect(linesOf(file)).toMatchObject([{ msg: 'one' }, { msg: 'two' }])
  })

  test('[#72] never holds the key or the one before it, wherever somebody put it', () => {
    const file = join(folder, 'key.log')
    const old = KEY.toUpperCase()
    openLog(file, [KEY, old]).info({ deep: { key: KEY, old } }, `signed with ${KEY}, not ${old}`)
    expect(readFileSync(file, 'utf8')).not.toContain(KEY)
    expect(readFileSync(file, 'utf8')).not.toContain(old)
    expect(linesOf(file)).toMatchObject([{ msg: 'signed with ********, not ********' }])
  })

  test.runIf(existsSync('/dev/full'))(
    'does not stop the shop when the disk is full, nor stay in memory',
    () => {
      const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})
      const log = openLog('/dev/full', [KEY])
      const line = 'lost'.repeat(1_000)
      const before = process.memoryUsage().rss
      for (let i = 0; i < 50_000; i++) log.info(line)
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * 1024 * 1024) // of the 200 MB that are lost
      expect(complaints.mock.calls).toEqual([
        [expect.stringMatching(/^LOG_FILE \/dev\/full: ENOSPC.*\(lines lost: 1\)$/)],
      ])
      complaints.mockRestore()
    },
  )
})

describe('[T4.5a] LOG_FILE is refused at start when it cannot be written, by its path and the reason', () => {
  test('unset, the log goes to standard output', () => {
    expect(parseEnv({}).logFile).toBeUndefined()
    expect(parseEnv({ LOG_FILE: '' }).logFile).toBeUndefined()
  })

  test('a file that can be written is none of these', () => {
    const file = join(folder, 'new.log')
    expect(parseEnv({ LOG_FILE: file }).logFile).toBe(file)
  })

  test.each([
    ['in a folder that is missing', () => join(folder, 'missing', 'a.log'), 'ENOENT'],
    ['a folder itself', () => folder, 'EISDIR'],
    ['beneath a file', () => join(writeFile('plain'), 'a.log'), 'ENOTDIR'],
  ])('%s', (_, path, reason) => {
    const message = complaint(path())
    expect(message).toContain(`LOG_FILE is ${path()}, which cannot be written (${reason}`)
  })

  test('read-only', () => {
    const file = writeFile('read-only.log')
    chmodSync(folder, 0o755)
    chmodSync(file, 0o444)
    const root = process.getuid?.() === 0 // who may write everywhere
    if (root) process.seteuid?.(65534)
    const message = complaint(file)
    if (root) process.seteuid?.(0)
    expect(message).toContain(`LOG_FILE is ${file}, which cannot be written (EACCES`)
  })
})

function writeFile(name: string) {
  const file = join(folder, name)
  writeFileSync(file, '')
  return file
}
