import { expect, it } from 'vitest'
import { buyerOf, newBuyerToken } from './buyer-token'
import { cookieSecret } from './secret'

it('[#67] A buyer is known by the token given, and by no other', async () => {
  const [{ buyerId, token }, other] = [await newBuyerToken(), await newBuyerToken()]
  expect(await buyerOf(token)).toBe(buyerId)
  expect(await buyerOf(`${other.buyerId}.${token.split('.')[1]}`)).toBeUndefined()
  for (const forged of [
    undefined,
    '',
    buyerId,
    `${buyerId}.`,
    `${buyerId}.x`,
    `${token}x`,
    `${token}.x.y`.slice(1),
  ]) {
    expect(await buyerOf(forged)).toBeUndefined()
  }
})

it('A form that is sent twice before there is a cookie makes one buyer, whom its id does not name', async () => {
  const [first, second] = [await newBuyerToken('form'), await newBuyerToken('form')]
  expect(second).toEqual(first)
  expect(first.token).not.toContain('form')
  expect((await newBuyerToken('another')).buyerId).not.toBe(first.buyerId)
})

it('The secret is made once, however many ask at once', async () => {
  const secrets = await Promise.all(Array.from({ length: 10 }, () => cookieSecret()))
  expect(new Set(secrets).size).toBe(1)
  expect(secrets[0]).toMatch(/^[0-9a-f]{64}$/)
})
