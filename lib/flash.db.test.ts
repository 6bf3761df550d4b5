import { randomUUID } from 'node:crypto'
import { expect, it, vi } from 'vitest'
import { db } from './db'
import { FLASH_SECONDS, findFlash, pruneFlashes, saveFlash } from './flash'

it('What was typed is found by the browser and the page that it was kept for, and by no other', async () => {
  const [browser, stranger] = [randomUUID(), randomUUID()]
  const address = { receive_address: '浙江省杭州市'.repeat(150) + '\0', n: ['“', "'", '\\'] }
  await saveFlash(browser, 'one', address)
  await saveFlash(browser, 'two', { receive_address: 'elsewhere' })
  expect(await findFlash(browser, 'one')).toEqual(address)
  expect(await findFlash(browser, 'two')).toEqual({ receive_address: 'elsewhere' })
  expect(await findFlash(stranger, 'one')).toBeUndefined()
  expect(await findFlash(browser, 'three')).toBeUndefined()
  expect(await db().flash.count({ where: { id: { in: ['one', browser] } } })).toBe(0)
})

it('is forgotten after FLASH_SECONDS, and then taken out of the database, though nobody sends another form', async () => {
  const browser = randomUUID()
  await saveFlash(browser, 'old', 'typed')
  vi.useFakeTimers({ now: Date.now() + FLASH_SECONDS * 1000 + 1, toFake: ['Date'] })
  expect(await findFlash(browser, 'old')).toBeUndefined()
  await pruneFlashes()
  expect(await db().flash.count({ where: { expiresAt: { lt: new Date() } } })).toBe(0)
  await saveFlash(browser, 'new', 'typed')
  expect(await findFlash(browser, 'new')).toBe('typed')
  vi.useRealTimers()
})

it('is kept of 2000 forms at most: the oldest go', async () => {
  const late = new Date(Date.now() + FLASH_SECONDS * 1000 - 60_000)
  await db().flash.createMany({
    data: Array.from({ length: 2_000 }, () => ({ id: randomUUID(), value: '1', expiresAt: late })),
  })
  const browser = randomUUID()
  await saveFlash(browser, 'newest', 'typed')
  expect(await db().flash.count()).toBe(2_000)
  expect(await findFlash(browser, 'newest')).toBe('typed')
  await db().flash.deleteMany()
})
