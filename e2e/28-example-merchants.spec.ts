// The programs in examples/ pay at the gateway as a buyer's browser takes them there. Each where its language is installed.
import { spawnSync } from 'node:child_process'
import type { Page } from '@playwright/test'
import { freePort } from '../scripts/port.js'
import { confirmAndPay, logIn } from './buyer'
import { startProgram } from './programs'
import type { Sandbox } from './sandbox'
import { expect, test } from './test'

const has = (command: string, ...args: string[]) => spawnSync(command, args).status === 0

interface Example {
  command: (port: number) => string[]
  service: string
  charset: string
  partner: string
}

const PHP: Example = {
  command: (port) => ['php', '-S', `127.0.0.1:${port}`, 'examples/merchant.php'],
  service: 'create_partner_trade_by_buyer',
  charset: 'gbk',
  partner: '2088000000000091',
}
const PYTHON: Example = {
  command: () => ['python3', 'examples/merchant.py'],
  service: 'create_direct_pay_by_user',
  charset: 'utf-8',
  partner: '2088000000000092',
}

test.describe('in PHP', () => {
  test.skip(!has('php', '-r', 'exit(function_exists("curl_init") && function_exists("iconv") ? 0 : 1);'))

  test('[F7] [F11] [T5.2F] a merchant ships by multipart in GBK, is notified at a query, and answers success between line breaks', async ({
    page,
    sandbox,
  }) => {
    await withExample(sandbox, PHP, async (url) => {
      const order = `PHP${Date.now()}`
      await payAt(page, `${url}/pay?order=${order}`)
      const trade = () => sandbox.trade(order)
      await expect.poll(async () => (await trade()).trade_status).toBe('WAIT_BUYER_CONFIRM_GOODS')
      expect((await trade()).shipment).toMatchObject({ logistics_name: '顺丰速运', invoice_no: 'SF0001' })
      await expect
        .poll(async () => (await trade()).deliveries.map(({ state }) => state))
        .toEqual(['delivered', 'delivered', 'delivered'])
      for (const { url: told, attempts } of (await trade()).deliveries) {
        expect(told).toBe(`${url}/respond.php?code=alipay`)
        expect(attempts).toMatchObject([{ status: 200, body: '\r\n\r\nsuccess\n' }])
      }
      await expect(page.locator('body')).toHaveText(`paid ${order}`)
      expect(page.url()).toMatch(`${url}/respond.php?code=alipay&`)
    })
  })
})

test.describe('in Python', () => {
  test.skip(!has('python3', '-c', 'import http.server'))

  test('[F11] [F15a] a merchant asks back by POST, and is paid at once under a refundable contract', async ({
    page,
    sandbox,
  }) => {
    await withExample(sandbox, PYTHON, async (url) => {
      const order = `PY${Date.now()}`
      await payAt(page, `${url}/pay?order=${order}`)
      const trade = () => sandbox.trade(order)
      await expect.poll(async () => (await trade()).deliveries[0]?.state).toBe('delivered')
      expect(await trade()).toMatchObject({
        trade_status: 'TRADE_SUCCESS',
        total_fee: '0.01',
        subject: '龙井茶',
      })
      await expect(page.locator('body')).toHaveText(`paid ${order}`)
      expect(page.url()).toMatch(`${url}/return?shop=tea&`)
    })
  })
})

/** From the merchant's form over both steps of the cashier to the page that leads back. */
async function payAt(page: Page, address: string) {
  await page.goto(address)
  await page.getByRole('button', { name: '去付款' }).click()
  await logIn(page)
  await confirmAndPay(page)
  await page.waitForURL(/^http:\/\/127\.0\.0\.1:\d+\/(respond\.php|return)\?/)
}

/** Registers the merchant and runs its program, which ends with the test. */
async function withExample(sandbox: Sandbox, example: Example, body: (url: string) => Promise<void>) {
  const port = await freePort()
  const account = {
    partner: example.partner,
    key: `${example.partner}Danbao7Example00`,
    seller_email: `example-${example.partner}@example.com`,
  }
  await sandbox.register({
    ...account,
    ...{ services: [example.service], charset: example.charset, refundable: true },
    allowed_hosts: [`127.0.0.1:${port}`],
  })
  startProgram('e2e/other-program.js', example.command(port), {
    ...{ GATEWAY: sandbox.gatewayUrl, PARTNER: account.partner, KEY: account.key, PORT: String(port) },
    ...{ SELLER_EMAIL: account.seller_email },
  })
  const url = `http://127.0.0.1:${port}`
  await expect
    .poll(() =>
      fetch(`${url}/pay`).then(
        ({ status }) => status,
        () => 0,
      ),
    )
    .toBe(200)
  await body(url)
}
