// E-mail: a shop with a real SMTP server on this machine, and one without.
import type { Page } from '@playwright/test'
import { openMailServer } from '../lib/mail/testing/mail-server'
import { order } from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expectGoodPage } from './good-page'
import { cookiesOf, passwordIn, sessionOf } from './merchant'
import { keep } from './programs'
import { type Sandbox, sandboxAt } from './sandbox'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

const PASSWORD = 'a long password'
const MERCHANT = 'me@shop.example'
const newEmail = () => `buyer-${crypto.randomUUID()}@example.com`

async function signUp(page: Page, url: string, email: string) {
  await page.goto(`${url}/account/sign-up`)
  await page.locator('[name=email]').fill(email)
  await page.locator('[name=password]').fill(PASSWORD)
  await page.locator('form[action="/account/sign-up/check"] button').click()
  await expect(page).toHaveURL(/\/account$/)
}

test.describe.serial('With a mail server', () => {
  let mail: Awaited<ReturnType<typeof openMailServer>>
  let shop: Awaited<ReturnType<typeof openShop>>
  let sandbox: Sandbox
  test.beforeAll(async () => {
    mail = await openMailServer({ auth: { user: 'shop@example.com', pass: 'p@ss/word' } })
    shop = await openShop(SEATS.mortal, {
      SMTP_URL: mail.url,
      MAIL_FROM: '担保小铺 <shop@example.com>',
      MERCHANT_EMAIL: MERCHANT,
    })
    keep(shop.program)
    sandbox = sandboxAt(shop.url)
  })
  test.afterAll(async () => {
    await shop.stop()
    await mail.close()
  })

  /** The mail with this in its subject, as soon as it has come. */
  const theMail = async (to: string, subject: string) => {
    const found = () => mail.to(to).find((one) => one.subject.includes(subject))
    await expect.poll(() => found()?.subject ?? '').toContain(subject)
    return found()?.text ?? ''
  }
  const linkIn = (text: string, path: string) =>
    text.split(/\r?\n/).find((line) => line.startsWith(`${shop.url}${path}`)) ?? ''

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false })

    test('a buyer proves the address, and is told of payment and refund in Chinese, the merchant too', async ({
      page,
    }) => {
      const email = newEmail()
      await signUp(page, shop.url, email)
      await expect(page.getByText('邮箱未验证')).toBeVisible()
      await page.getByRole('button', { name: '重新发送验证邮件' }).click()
      await expect(page.getByText('验证邮件已发送')).toBeVisible()
      await page.goto(linkIn(await theMail(email, '验证邮箱'), '/account/verify?token='))
      await page.getByRole('button', { name: '验证邮箱' }).click()
      await expect(page.getByText('邮箱已验证')).toBeVisible()
      await page.goto(`${shop.url}/account`)
      await expect(page.getByText('邮箱未验证')).toHaveCount(0)

      const orderNo = await order(page, shop.url)
      await page.getByRole('button', { name: '去支付宝付款' }).click()
      await page.getByRole('main').getByRole('button').click() // nothing submits itself without scripts
      await expect(page).toHaveURL(/\/sandbox\/cashier\//)
      await sandbox.pay(orderNo)
      const paid = await theMail(email, `付款成功，订单 ${orderNo}`)
      expect(paid).toContain('实付金额：¥0.01')
      await page.goto(linkIn(paid, '/orders/'))
      expect(page.url()).toContain(orderNo)
      expect(await theMail(MERCHANT, `新订单已付款 ¥0.01，${orderNo}`)).toContain(
        `/merchant/orders/${orderNo}`,
      )
      await sandbox.act(orderNo, 'refund-apply')
      await theMail(MERCHANT, `买家申请退款，订单 ${orderNo}`)
      await sandbox.act(orderNo, 'refund-agree')
      await theMail(email, `已退款，订单 ${orderNo}`)
      expect(mail.to(email).map(({ subject }) => subject)).not.toContain(`订单已关闭，${orderNo}`)
    })

    test('a forgotten password is replaced by the mail’s link, once; the orders stay', async ({
      page,
      browser,
    }) => {
      const email = newEmail()
      await signUp(page, shop.url, email)
      const orderNo = await order(page, shop.url)
      const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
      const elsewhere = await context.newPage()
      await elsewhere.goto(`${shop.url}/account/sign-in`)
      await elsewhere.getByRole('link', { name: '忘记密码？' }).click()
      await elsewhere.getByLabel('邮箱').fill('not an address')
      await elsewhere.getByRole('button', { name: '发送链接' }).click()
      await expect(elsewhere.getByText('请填写完整的邮箱')).toBeVisible()
      const said: string[] = []
      for (const address of ['nobody@example.com', email]) {
        await elsewhere.getByLabel('邮箱').fill(address)
        await elsewhere.getByRole('button', { name: '发送链接' }).click()
        said.push(await elsewhere.getByRole('status').innerText())
      }
      expect(said[0]).toBe(said[1])
      const link = linkIn(await theMail(email, '重设密码'), '/account/reset?token=')

      await elsewhere.goto(link)
      await expect(elsewhere.getByText(email)).toBeVisible()
      await elsewhere.getByLabel('新密码').fill('short')
      await elsewhere.getByRole('button', { name: '设置新密码' }).click()
      await expect(elsewhere.getByText('密码太短')).toBeVisible()
      await elsewhere.getByLabel('新密码').fill('another password')
      await elsewhere.getByRole('button', { name: '设置新密码' }).click()
      await expect(elsewhere.getByText('新密码已设置')).toBeVisible()
      await page.goto(`${shop.url}/account`)
      await expect(page).toHaveTitle(/登录/) // its session has ended
      await elsewhere.getByLabel('邮箱').fill(email)
      await elsewhere.getByLabel('密码').fill('another password')
      await elsewhere.getByRole('button', { name: '登录' }).click()
      await expect(elsewhere).toHaveTitle(/我的账号/)
      await elsewhere.goto(`${shop.url}/orders/${orderNo}`)
      await expect(elsewhere.getByText(orderNo).first()).toBeVisible()

      await elsewhere.goto(link)
      await expect(elsewhere.getByRole('alert')).toContainText('链接已失效')
      expect(mail.to('nobody@example.com')).toEqual([])
      await context.close()
    })
  })

  test('an English buyer has English mails, and the office shows what was sent', async ({
    page,
    browser,
  }) => {
    const email = newEmail()
    await speakEnglish(page, shop.url)
    await signUp(page, shop.url, email)
    await expectGoodEnglish(page)
    await page.goto(linkIn(await theMail(email, 'Confirm your e-mail address'), '/account/verify?token='))
    await expectGoodEnglish(page)
    // axe needs scripts, so the pages of the chapter before are looked at here
    for (const path of ['forgot', 'forgot?done=asked', 'reset?token=x']) {
      await page.goto(`${shop.url}/account/${path}`)
      await expectGoodEnglish(page)
    }
    await page.goto(shop.url)
    await page.locator('form[action="/buy"] button').first().click()
    await expect(page).toHaveURL(/\/orders\/\d{24}$/)
    const orderNo = page.url().slice(-24)
    await page.locator('form[action="/api/alipay/alipayto"] button').first().click()
    await expect(page).toHaveURL(/\/sandbox\/cashier\//)
    await sandbox.pay(orderNo)
    expect(await theMail(email, `Payment received for order ${orderNo}`)).toContain('Amount paid: ¥0.01')

    const office = await browser.newContext()
    const session = await sessionOf(shop.url, passwordIn(shop.output()), MERCHANT)
    await office.addCookies([
      ...cookiesOf(session, shop.url),
      { name: 'language', value: 'en', url: shop.url },
    ])
    const merchant = await office.newPage()
    await merchant.goto(`${shop.url}/merchant/mails?state=sent`)
    await expect(merchant.getByRole('listitem').filter({ hasText: email }).first()).toContainText('Sent')
    await expectGoodEnglish(merchant)
    await office.close()
  })
})

test('Without a mail server the mails are kept, and the back office shows them as text and HTML', async ({
  page,
  merchant,
  shop,
}) => {
  const email = newEmail()
  await signUp(page, shop.url, email)
  await page.goto(`${shop.url}/account/forgot`)
  await page.getByLabel('邮箱').fill(email)
  await page.getByRole('button', { name: '发送链接' }).click()
  await expect(page.getByRole('link', { name: '打开后台的“邮件”' })).toBeVisible()

  await merchant.goto(`${shop.url}/merchant`)
  await merchant.getByRole('navigation').getByRole('link', { name: '邮件', exact: true }).click()
  await expect(merchant.getByText('还没有设置邮件服务器')).toBeVisible()
  await expectGoodPage(merchant)
  const row = merchant.getByRole('listitem').filter({ hasText: email }).filter({ hasText: '重设密码' })
  await expect(row).toContainText('未寄出')
  await row.getByRole('link').click()
  await expect(merchant.getByRole('button', { name: '发送' })).toHaveCount(0)
  await expect(merchant.locator('iframe')).toHaveAttribute('srcdoc', /<h1[^>]*>重设密码<\/h1>/)
  await expectGoodPage(merchant)
  await speakEnglish(merchant, shop.url)
  await merchant.reload()
  await expectGoodEnglish(merchant)
  const link = merchant.locator('pre').getByRole('link').first()
  await page.goto((await link.getAttribute('href')) ?? '')
  await expect(page.getByRole('button', { name: '设置新密码' })).toBeVisible()
  // only the merchant reads them
  expect((await page.goto(merchant.url()))?.status()).toBe(403)
  const answer = await page.request.post(`${merchant.url()}/send`, { headers: { origin: shop.url } })
  expect(answer.status()).toBe(403)
})
