import { expect, it } from 'vitest'
import { AT_ONCE, takeTurns } from './take-turns'

it('Of any number at once two are at work, and a failure holds up nobody', async () => {
  let running = 0
  let most = 0
  const order: number[] = []
  const work = async (n: number) => {
    most = Math.max(most, ++running)
    await new Promise((resolve) => setImmediate(resolve))
    running--
    order.push(n)
    if (n % 3 === 0) throw new Error(`failed: ${n}`)
    return n
  }
  const numbers = Array.from({ length: 300 }, (_, n) => n)
  const results = await Promise.allSettled(numbers.map((n) => takeTurns(() => work(n))))
  expect(most).toBe(AT_ONCE)
  expect(order).toEqual(numbers)
  expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(100)
  expect(await takeTurns(() => Promise.resolve('still open'))).toBe('still open')
})
