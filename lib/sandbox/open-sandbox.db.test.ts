import { expect, it } from 'vitest'
import { findMerchant } from './merchants/merchants'
import { openSandbox } from './open-sandbox'
import { isSandboxOpen } from './state'

it('A shop that comes back with another partner and the seller_email of before is let in', async () => {
  const home = {
    key: 'sandboxtestkey0123456789abcdefgh',
    sellerEmail: 'home@example.com',
    charset: 'utf-8',
    allowedHosts: ['127.0.0.1:3000'],
  }
  await openSandbox({ ...home, partner: '2088000000000011' })
  await openSandbox({ ...home, partner: '2088000000000012' })
  expect(await findMerchant('2088000000000011')).toBeNull()
  expect(await findMerchant('2088000000000012')).toMatchObject({
    sellerEmail: 'home@example.com',
    stages: [],
  })
  expect(isSandboxOpen()).toBe(true)
})
