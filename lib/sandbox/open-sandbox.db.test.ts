import { expect, it } from 'vitest'
import { findMerchant } from './merchants/merchants'
import { openSandbox } from './open-sandbox'
import { isSandboxOpen } from './state'
import { APP_KEYS, GATEWAY_KEYS } from './testing/open-keys'

it('A shop that comes back with another partner and the seller_email and app_id of before is let in', async () => {
  const home = {
    key: 'sandboxtestkey0123456789abcdefgh',
    sellerEmail: 'home@example.com',
    charset: 'utf-8',
    allowedHosts: ['127.0.0.1:3000'],
    appId: '9021000000000009',
    appPublicKey: APP_KEYS.publicKey,
  }
  const options = { gatewayKey: GATEWAY_KEYS.privateKey }
  await openSandbox({ ...home, partner: '2088000000000011' }, options)
  await openSandbox({ ...home, partner: '2088000000000012' }, options)
  expect(await findMerchant('2088000000000011')).toBeNull()
  expect(await findMerchant('2088000000000012')).toMatchObject({
    sellerEmail: 'home@example.com',
    stages: [],
  })
  expect(isSandboxOpen()).toBe(true)
})
