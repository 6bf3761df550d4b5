import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inTurn } from './in-turn'

/** Works that end when they are told to, and the order in which they began. */
function works() {
  const begun: string[] = []
  const ends: (() => void)[] = []
  const start = (orderNo: string, name: string) =>
    inTurn(orderNo, () => {
      begun.push(name)
      return new Promise<string>((resolve) => ends.push(() => resolve(name)))
    })
  return { begun, ends, start }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

test('of one order two messages are under way, the third begins when one of them ends, and another order waits for none', async () => {
  const { begun, ends, start } = works()
  const all = ['1', '2', '3', '4'].map((name) => start('A', name))
  const other = start('B', 'other')
  await settled()
  expect(begun).toEqual(['1', '2', 'other'])
  ends[1]?.()
  expect(await all[1]).toBe('2')
  await settled()
  expect(begun).toEqual(['1', '2', 'other', '3'])
  for (let done = 0; done < 5; done++) {
    ends[done]?.()
    await settled()
  }
  expect(await Promise.all([...all, other])).toEqual(['1', '2', '3', '4', 'other'])
})

test('a message that fails lets the next one begin, and its error is thrown', async () => {
  const failing = Array.from({ length: 2 }, () => inTurn('A', () => Promise.reject(new Error('no database'))))
  const third = inTurn('A', () => Promise.resolve('done'))
  expect((await Promise.allSettled(failing)).map(({ status }) => status)).toEqual(Array(2).fill('rejected'))
  expect(await third).toBe('done')
})

test('whatever the orders and their ends, every message is done, in the order of arrival, two of an order at once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ order: fc.constantFrom('A', 'B', 'C'), ticks: fc.nat(4), fails: fc.boolean() })),
      async (messages) => {
        const running = new Map<string, number>()
        const begun: number[] = []
        const results = await Promise.allSettled(
          messages.map(({ order, ticks, fails }, index) =>
            inTurn(order, async () => {
              begun.push(index)
              running.set(order, (running.get(order) ?? 0) + 1)
              expect(running.get(order)).toBeLessThanOrEqual(2)
              for (let tick = 0; tick < ticks; tick++) await settled()
              running.set(order, (running.get(order) ?? 0) - 1)
              if (fails) throw new Error('failed')
              return index
            }),
          ),
        )
        expect(results.map(({ status }) => status)).toEqual(
          messages.map(({ fails }) => (fails ? 'rejected' : 'fulfilled')),
        )
        for (const order of ['A', 'B', 'C']) {
          const own = begun.filter((index) => messages[index]?.order === order)
          expect(own).toEqual(own.toSorted((a, b) => a - b))
        }
      },
    ),
  )
})
