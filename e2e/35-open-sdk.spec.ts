// A merchant's program that knows the open platform only by Alipay's own SDK for Node, as it comes from npm.
import { generateKeyPairSync } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { AlipaySdk } from 'alipay-sdk'
import { confirmAndPay, logIn } from './buyer'
import type { Sandbox } from './sandbox'
import { expect, test } from './test'

const SUBJECT = '绿茶 "50%" 与 <红茶> / 一斤'

interface Keys {
  privateKey: string
  publicKey: string
}

/** As Alipay's key tool gives it: base64 of PKCS#8 and SPKI, a line each. */
function keyPair(): Keys {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  return {
    privateKey: privateKey.export({ type: 'pkcs8', format: 'der' }).toString('base64'),
    publicKey: publicKey.export({ type: 'spki', format: 'der' }).toString('base64'),
  }
}

const KEYS = keyPair()
let merchants = 0

/** A merchant with an application and a server for notifications, registered at the sandbox; and its SDK. */
async function openMerchant(sandbox: Sandbox, changes: object = {}) {
  const notifications: string[] = []
  const server = createServer(async (request, response) => {
    if (request.method === 'POST') notifications.push(await text(request))
    response.end('success')
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const number = `${process.env.TEST_PARALLEL_INDEX ?? 0}${String(++merchants).padStart(3, '0')}`
  const account = {
    partner: `208871234567${number}`,
    seller_email: `open-${number}@example.com`,
    app_id: `902171234567${number}`,
    app_public_key: KEYS.publicKey,
    allowed_hosts: [new URL(url).host],
    ...changes,
  }
  const response = await fetch(`${sandbox.origin}/sandbox/api/merchants`, {
    method: 'POST',
    body: JSON.stringify(account),
  })
  expect(response.status, await response.clone().text()).toBe(200)
  const { alipay_public_key } = (await response.json()) as { alipay_public_key: string }
  const settings = {
    appId: account.app_id,
    privateKey: KEYS.privateKey,
    keyType: 'PKCS8' as const,
    alipayPublicKey: alipay_public_key,
    gateway: sandbox.gatewayUrl,
    endpoint: `${sandbox.origin}/sandbox`,
  }
  const sdk = new AlipaySdk({ ...settings }) // it writes into what it is given
  const call = (method: string, bizContent: object) =>
    sdk.exec(method, { bizContent }, { validateSign: true })
  const order = (orderChanges: object = {}) => ({
    bizContent: {
      out_trade_no: `S${number}${Date.now()}`,
      total_amount: '88.00',
      subject: SUBJECT,
      product_code: 'FAST_INSTANT_TRADE_PAY',
      ...orderChanges,
    },
    notifyUrl: `${url}/notify?shop=1`,
    returnUrl: `${url}/return`,
  })
  async function close() {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
  return { account, settings, sdk, call, order, notifications, url, close }
}
type Merchant = Awaited<ReturnType<typeof openMerchant>>

const eachMerchant = (sandbox: Sandbox, run: (merchant: Merchant) => Promise<void>, changes: object = {}) =>
  openMerchant(sandbox, changes).then((merchant) => run(merchant).finally(merchant.close))

const fieldsOf = (form: string) => Object.fromEntries(new URLSearchParams(form))

/** The notification number `n`, which the SDK must believe. */
async function notification({ sdk, notifications }: Merchant, n: number) {
  await expect.poll(() => notifications.length).toBeGreaterThan(n)
  const fields = fieldsOf(notifications[n] ?? '')
  expect(sdk.checkNotifySignV2(fields)).toBe(true)
  expect(sdk.checkNotifySignV2({ ...fields, total_amount: '0.01' })).toBe(false)
  return fields
}

async function payAtTheCashier(page: Page) {
  await expect(page).toHaveURL(/\/sandbox\/cashier\/[^/]+$/)
  await expect(page.getByText(SUBJECT)).toBeVisible()
  await logIn(page)
  await confirmAndPay(page)
}

for (const way of ['GET', 'POST'] as const)
  test(`the official SDK sends a buyer to the gateway by ${way}, and believes the notification, the return and the answers`, async ({
    page,
    sandbox,
  }) =>
    eachMerchant(sandbox, async (merchant) => {
      const { sdk, call, order, account } = merchant
      const asked = order()
      const { out_trade_no } = asked.bizContent
      const made = sdk.pageExecute('alipay.trade.page.pay', way, asked)
      if (way === 'GET') await page.goto(made)
      else await page.setContent(made) // a form with a script that submits it

      await expect(page.getByText(SUBJECT)).toBeVisible()
      const unknown = { code: '40004', subCode: 'ACQ.TRADE_NOT_EXIST' }
      expect(await call('alipay.trade.query', { out_trade_no })).toMatchObject(unknown)
      expect(await call('alipay.trade.close', { out_trade_no })).toMatchObject(unknown)
      await payAtTheCashier(page)

      const told = await notification(merchant, 0)
      expect(told).toMatchObject({
        trade_status: 'TRADE_SUCCESS',
        out_trade_no,
        total_amount: '88.00',
        subject: SUBJECT,
        app_id: account.app_id,
        seller_id: account.partner,
      })
      expect(Object.values(told)).not.toContain('')
      const back = await page.getByRole('link', { name: '点此跳转回商户' }).getAttribute('href')
      const returned = fieldsOf(new URL(back ?? '').search)
      expect(sdk.checkNotifySignV2(returned)).toBe(true)
      expect(sdk.checkNotifySignV2({ ...returned, total_amount: '0.01' })).toBe(false)
      expect(returned).toMatchObject({ out_trade_no, method: 'alipay.trade.page.pay.return' })
      expect(returned).not.toHaveProperty('trade_status')

      const { trade_no } = told
      expect(await call('alipay.trade.query', { trade_no })).toMatchObject({
        code: '10000',
        msg: 'Success',
        outTradeNo: out_trade_no,
        tradeStatus: 'TRADE_SUCCESS',
        totalAmount: '88.00',
        buyerLogonId: 'buy***@example.com',
      })
      expect(await call('alipay.trade.close', { trade_no })).toMatchObject({
        code: '40004',
        subCode: 'ACQ.TRADE_STATUS_ERROR',
      })
      const trade = await sandbox.trade(out_trade_no)
      expect(trade).toMatchObject({ interface: 'open', app_id: account.app_id, refunds: [] })
    }))

test('the official SDK refunds in parts, again, discordantly and too much, and asks about refunds', async ({
  sandbox,
}) =>
  eachMerchant(sandbox, async (merchant) => {
    const { sdk, call, order } = merchant
    const asked = order()
    const { out_trade_no } = asked.bizContent
    await fetch(sdk.pageExecute('alipay.trade.page.pay', 'GET', asked), { redirect: 'manual' })
    await sandbox.pay(out_trade_no)
    await notification(merchant, 0)

    const refund = (refund_amount: string, out_request_no: string) =>
      call('alipay.trade.refund', {
        out_trade_no,
        refund_amount,
        out_request_no,
        refund_reason: '少发了 1/2',
      })
    const ask = (out_request_no: string) =>
      call('alipay.trade.fastpay.refund.query', { out_trade_no, out_request_no })
    expect(await ask('R1')).not.toHaveProperty('refundStatus')
    expect(await refund('30.00', 'R1')).toMatchObject({ code: '10000', fundChange: 'Y', refundFee: '30.00' })
    expect(await refund('30.00', 'R1')).toMatchObject({ code: '10000', fundChange: 'N', refundFee: '30.00' })
    expect(await refund('31.00', 'R1')).toMatchObject({
      code: '40004',
      subCode: 'ACQ.DISCORDANT_REPEAT_REQUEST',
    })
    expect(await refund('58.01', 'R2')).toMatchObject({
      code: '40004',
      subCode: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
    })
    expect(await ask('R1')).toMatchObject({
      refundStatus: 'REFUND_SUCCESS',
      refundAmount: '30.00',
      totalAmount: '88.00',
    })
    expect(await notification(merchant, 1)).toMatchObject({
      trade_status: 'TRADE_SUCCESS',
      refund_fee: '30.00',
      out_biz_no: 'R1',
    })
    expect(await refund('58.00', 'R3')).toMatchObject({ fundChange: 'Y', refundFee: '88.00' })
    expect(await notification(merchant, 2)).toMatchObject({
      trade_status: 'TRADE_CLOSED',
      refund_fee: '88.00',
    })
    expect(await call('alipay.trade.query', { out_trade_no })).toMatchObject({ tradeStatus: 'TRADE_CLOSED' })
    expect(await sandbox.trade(out_trade_no)).toMatchObject({
      refunds: [
        { out_request_no: 'R1', amount: '30.00' },
        { out_request_no: 'R3', amount: '58.00' },
      ],
    })
  }))

test('a refund by the seller in the console, and an order closed by the SDK', async ({ page, sandbox }) =>
  eachMerchant(sandbox, async (merchant) => {
    const { sdk, call, order } = merchant
    const begin = async () => {
      const asked = order()
      await fetch(sdk.pageExecute('alipay.trade.page.pay', 'GET', asked), { redirect: 'manual' })
      return asked.bizContent.out_trade_no
    }
    const paid = await begin()
    await sandbox.pay(paid)
    await notification(merchant, 0)
    await page.goto(`${sandbox.origin}/sandbox/console`)
    await page.getByText('接入：用支付宝的 SDK').click()
    for (const text of ['9021000000000001', sandbox.gatewayUrl, merchant.settings.alipayPublicKey])
      await expect(page.getByText(text, { exact: true })).toBeVisible()
    await page.goto(`${sandbox.origin}/sandbox/console/${paid}`)
    await expect(page.getByText('开放平台（RSA2）')).toBeVisible()
    const seller = page.getByRole('region', { name: '卖家' })
    await seller.getByLabel('退款金额（元）').fill('8.00')
    await seller.getByLabel('退款单号').fill('C1')
    await seller.getByRole('button', { name: '退款' }).click()
    await expect(seller.getByText('共退 8.00 元')).toBeVisible()
    expect(await notification(merchant, 1)).toMatchObject({ refund_fee: '8.00', out_biz_no: 'C1' })
    const asked = await call('alipay.trade.fastpay.refund.query', {
      out_trade_no: paid,
      out_request_no: 'C1',
    })
    expect(asked).toMatchObject({ refundStatus: 'REFUND_SUCCESS', refundAmount: '8.00' })

    const unpaid = await begin()
    await sandbox.logIn(unpaid)
    expect(await call('alipay.trade.close', { out_trade_no: unpaid })).toMatchObject({ code: '10000' })
    expect(await sandbox.trade(unpaid)).toMatchObject({ trade_status: 'TRADE_CLOSED', deliveries: [] })
  }))

test('the control API refunds all that is left, or this much under this number', async ({ sandbox }) =>
  eachMerchant(sandbox, async (merchant) => {
    const { sdk, order } = merchant
    const asked = order()
    const { out_trade_no } = asked.bizContent
    await fetch(sdk.pageExecute('alipay.trade.page.pay', 'GET', asked), { redirect: 'manual' })
    const refund = async (fields: object, number = out_trade_no) => {
      const address = `${sandbox.origin}/sandbox/api/trades/${number}/refund`
      const response = await fetch(address, { method: 'POST', body: JSON.stringify(fields) })
      return { status: response.status, ...((await response.json()) as object) }
    }
    expect(await refund({})).toMatchObject({ status: 409, error: 'ACQ.TRADE_STATUS_ERROR' })
    await sandbox.pay(out_trade_no)
    const first = { amount: '8.00', out_request_no: 'C1' }
    expect(await refund(first)).toMatchObject({
      status: 200,
      trade_status: 'TRADE_SUCCESS',
      refunds: [first],
    })
    expect(await refund(first)).toMatchObject({ status: 200, refunds: [first] })
    expect(await refund({ amount: '8.01', out_request_no: 'C1' })).toMatchObject({
      status: 409,
      error: 'ACQ.DISCORDANT_REPEAT_REQUEST',
    })
    expect(await refund({ amount: '80.01' })).toMatchObject({
      status: 409,
      error: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL',
    })
    expect(await refund({ amount: '0.001' })).toMatchObject({ status: 400 })
    expect(await refund({ amount: '0.00' })).toMatchObject({ status: 400 })
    expect(await refund({})).toMatchObject({
      trade_status: 'TRADE_CLOSED',
      refunds: [
        first,
        { amount: '80.00', out_request_no: expect.stringMatching(/^[0-9a-f]{32}$/) as unknown },
      ],
    })
    expect(await refund({})).toMatchObject({ status: 409, error: 'ACQ.REFUND_AMT_NOT_EQUAL_TOTAL' })
    expect(await refund({}, 'T0')).toMatchObject({ status: 404 })
  }))

test('a phone comes by wap.pay and can turn back; a code is scanned, paid, and the page can be closed', async ({
  page,
  sandbox,
}) =>
  eachMerchant(sandbox, async (merchant) => {
    const { sdk, call, order, url } = merchant
    const onPhone = order({ product_code: 'QUICK_WAP_WAY', quit_url: `${url}/cart` })
    await page.goto(sdk.pageExecute('alipay.trade.wap.pay', 'GET', onPhone))
    await expect(page.getByRole('link', { name: '不付款，返回商户' })).toHaveAttribute('href', `${url}/cart`)
    await payAtTheCashier(page)
    const back = await page.getByRole('link', { name: '点此跳转回商户' }).getAttribute('href')
    expect(fieldsOf(new URL(back ?? '').search)).toMatchObject({ method: 'alipay.trade.wap.pay.return' })
    await notification(merchant, 0)

    const { bizContent, notifyUrl } = order({ product_code: 'FACE_TO_FACE_PAYMENT' })
    const precreated = await sdk.exec(
      'alipay.trade.precreate',
      { bizContent, notifyUrl },
      { validateSign: true },
    )
    expect(precreated).toMatchObject({ code: '10000', outTradeNo: bizContent.out_trade_no })
    const scanned = await sdk.curl('POST', '/v3/alipay/trade/precreate', {
      body: { ...bizContent, notify_url: notifyUrl },
    })
    expect(scanned.data).toEqual({ out_trade_no: bizContent.out_trade_no, qr_code: precreated.qrCode })
    await page.goto(String(precreated.qrCode))
    await payAtTheCashier(page)
    await expect(page.getByText('您可以关掉这个页面')).toBeVisible()
    expect(await notification(merchant, 1)).toMatchObject({ out_trade_no: bizContent.out_trade_no })
    const { out_trade_no } = bizContent
    expect(await call('alipay.trade.query', { out_trade_no })).toMatchObject({ tradeStatus: 'TRADE_SUCCESS' })
    const query = { out_trade_no }
    const answers = [
      await sdk.curl('POST', '/v3/alipay/trade/query', { body: query }),
      await sdk.curl('GET', '/v3/alipay/trade/query', { query }),
    ]
    for (const { data } of answers)
      expect(data).toMatchObject({ trade_status: 'TRADE_SUCCESS', out_trade_no })
    const unknown = sdk.curl('POST', '/v3/alipay/trade/query', { body: { out_trade_no: 'T0' } })
    await expect(unknown).rejects.toMatchObject({ code: 'ACQ.TRADE_NOT_EXIST', responseHttpStatus: 400 })
  }))

test('a wrong key is told with the text that the gateway verified: to a program in JSON, to a buyer by a page', async ({
  page,
  sandbox,
}) =>
  eachMerchant(sandbox, async ({ settings, order }) => {
    const wrong = new AlipaySdk({ ...settings, privateKey: keyPair().privateKey })
    const bizContent = { out_trade_no: 'a/b"c' }
    const answer = await wrong.exec('alipay.trade.query', { bizContent }, { validateSign: true })
    expect(answer).toMatchObject({
      code: '40002',
      msg: 'Invalid Arguments',
      subCode: 'isv.invalid-signature',
    })
    const text = `网关生成的验签字符串为：app_id=${settings.appId}&amp;biz_content={&quot;out_trade_no&quot;:&quot;a/b\\&quot;c&quot;}&amp;charset=utf-8`
    expect(answer.subMsg).toContain(text)

    await page.goto(wrong.pageExecute('alipay.trade.page.pay', 'GET', order()))
    await expect(page.getByText('isv.invalid-signature')).toBeVisible()
    await expect(page.getByText(`app_id=${settings.appId}&biz_content={"out_trade_no"`)).toBeVisible()
    await expect(page.getByText('用的不是与 app_public_key 配对的私钥').first()).toBeVisible()

    // the usual mistake: the SDK expects PKCS#1 unless told otherwise
    const other = new AlipaySdk({ ...settings, alipayPublicKey: keyPair().publicKey })
    await expect(other.exec('alipay.trade.query', { bizContent }, { validateSign: true })).rejects.toThrow(
      /验签失败/,
    )
  }))

test('the SDK does not notice SHA-1 in place of RSA2, and a program that counts on RSA2 alone must', async ({
  sandbox,
}) =>
  eachMerchant(sandbox, async (merchant) => {
    const { sdk, order, notifications } = merchant
    const asked = order()
    await fetch(sdk.pageExecute('alipay.trade.page.pay', 'GET', asked), { redirect: 'manual' })
    await sandbox.misbehave({ kind: 'downgrade', trade: asked.bizContent.out_trade_no })
    await sandbox.pay(asked.bizContent.out_trade_no)
    await expect.poll(() => notifications.length).toBe(1)
    const fields = fieldsOf(notifications[0] ?? '')
    expect(fields.sign_type).toBe('RSA')
    expect(sdk.checkNotifySignV2(fields)).toBe(true) // the message chooses the algorithm
    expect(sdk.checkNotifySignV2({ ...fields, sign_type: 'RSA2' })).toBe(false)
  }))

test('the settings printed in the documents work as they stand', async ({ sandbox }) => {
  const document = readFileSync('docs/sandbox.md', 'utf8')
  const setting = (name: string) => new RegExp(`^\\s*${name}: '([^']+)'`, 'm').exec(document)?.[1] ?? ''
  const sdk = new AlipaySdk({
    appId: setting('appId'),
    privateKey: setting('privateKey'),
    keyType: 'PKCS8',
    alipayPublicKey: setting('alipayPublicKey'),
    gateway: sandbox.gatewayUrl,
  })
  const bizContent = { out_trade_no: 'NOBODY1' }
  const answer = await sdk.exec('alipay.trade.query', { bizContent }, { validateSign: true })
  expect(answer).toMatchObject({ code: '40004', subCode: 'ACQ.TRADE_NOT_EXIST' })
})
