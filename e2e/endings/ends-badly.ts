import { writeFileSync } from 'node:fs'
import { openShop, SEATS } from '../shops'
import { expect, test } from '../test'

/** Which of the tests runs, and the file that names what it has started. */
const { HOW, TELL } = process.env

const tell = (...ports: number[]) => writeFileSync(TELL ?? '', JSON.stringify({ ports, pid: process.pid }))
const portsOf = ({ port, databasePort }: typeof SEATS.main) => [port, databasePort]

if (HOW === 'fails')
  test('fails while two shops run', async ({ shop }) => {
    await openShop(SEATS.mortal)
    tell(...portsOf(SEATS.main), ...portsOf(SEATS.mortal))
    expect(shop.url).toBe('')
  })

if (HOW === 'hangs')
  test('hangs while a shop runs', async () => {
    await openShop(SEATS.mortal)
    tell(...portsOf(SEATS.mortal))
    await new Promise(() => setInterval(() => {}, 1_000))
  })

if (HOW === 'times out')
  test('takes too long while a shop runs', async () => {
    await openShop(SEATS.mortal)
    tell(...portsOf(SEATS.mortal))
    test.setTimeout(1)
    await new Promise(() => setInterval(() => {}, 1_000))
  })
