import { expect, type Page, test as base } from '@playwright/test'
import { cookiesOf, passwordIn, sessionOf } from './merchant'
import { endPrograms, keep } from './programs'
import { openRelay, type Relay } from './relay'
import { type Sandbox, sandboxAt } from './sandbox'
import { takeFaults } from './servers'
import { openShop, registerShop, SEATS } from './shops'

interface Shop {
  url: string
  partner: string
  key: string
}

interface Servers {
  /** A shop in UTF-8 whose gateway is its own sandbox. */
  shop: Pick<Shop, 'url'> & { password: string }
  /** The Cookie header of a session of the merchant of `shop`. */
  merchantSession: string
  /** The gateway of all these shops: the sandbox of `shop`. */
  sandbox: Sandbox
  /** Another shop, in GBK. */
  gbkShop: Shop
  /** Another shop, whose notifications come through a relay. */
  relayedShop: Shop & { relay: Relay }
}

interface Visitors {
  /**
   * Applies to every test: the programs that a test has started end with it, also when it fails, and no server has printed an
   * error that nothing caught.
   */
  endings: void
  /** A page of the merchant of `shop`, signed in, beside the buyer's `page`. */
  merchant: Page
}

/** Milliseconds. A busy machine takes a minute. */
const START_MS = 300_000

/** Each server is started when a test first asks for it, and serves all later tests of the worker. */
export const test = base.extend<Visitors, Servers>({
  endings: [
    async ({}, provide) => {
      await provide()
      await endPrograms()
      expect(takeFaults(), 'errors that nothing caught').toEqual([])
    },
    { auto: true },
  ],
  shop: [
    async ({}, provide) => {
      const server = await openShop(SEATS.main)
      keep(server.program)
      await provide({ url: server.url, password: passwordIn(server.output()) })
      await server.stop()
    },
    { scope: 'worker', timeout: START_MS },
  ],
  merchantSession: [
    async ({ shop }, provide) => provide(await sessionOf(shop.url, shop.password)),
    { scope: 'worker' },
  ],
  merchant: async ({ browser, shop, merchantSession, javaScriptEnabled }, provide) => {
    const context = await browser.newContext({ javaScriptEnabled })
    await context.addCookies(cookiesOf(merchantSession, shop.url))
    await provide(await context.newPage())
    await context.close()
  },
  sandbox: [async ({ shop }, provide) => provide(sandboxAt(shop.url)), { scope: 'worker' }],
  gbkShop: [
    async ({ sandbox }, provide) => {
      const account = await registerShop(sandbox, SEATS.gbk)
      const server = await openShop(SEATS.gbk, { ...account, ALIPAY_INPUT_CHARSET: 'gbk' })
      keep(server.program)
      await provide({ url: server.url, partner: account.ALIPAY_PARTNER, key: account.ALIPAY_KEY })
      await server.stop()
    },
    { scope: 'worker', timeout: START_MS },
  ],
  relayedShop: [
    async ({ sandbox }, provide) => {
      const relay = await openRelay(SEATS.relayed.port)
      const account = await registerShop(sandbox, SEATS.relayed, relay.port)
      const server = await openShop(SEATS.relayed, account)
      keep(server.program)
      await provide({ url: server.url, partner: account.ALIPAY_PARTNER, key: account.ALIPAY_KEY, relay })
      await server.stop()
      await relay.close()
    },
    { scope: 'worker', timeout: START_MS },
  ],
})

export { expect } from '@playwright/test'
