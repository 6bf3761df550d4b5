import type { Browser, BrowserContext, Page } from '@playwright/test'
import { order, stateOf } from './buyer'
import { expect, test } from './test'

const PASSWORD = 'a long password'
let accounts = 0
/** An address that has no account yet. */
const newEmail = () => `buyer-${Date.now()}-${accounts++}@example.com`

async function signUp(page: Page, shopUrl: string, email: string, password = PASSWORD) {
  await page.goto(`${shopUrl}/account/sign-up`)
  await fillIn(page, email, password)
  await page.getByRole('button', { name: '注册' }).click()
}

async function signIn(page: Page, shopUrl: string, email: string, password = PASSWORD) {
  await page.goto(`${shopUrl}/account/sign-in`)
  await fillIn(page, email, password)
  await page.getByRole('button', { name: '登录' }).click()
}

async function fillIn(page: Page, email: string, password: string) {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
}

const signOut = (page: Page) => page.getByRole('button', { name: '退出登录' }).click()

const expectAccount = (page: Page) => expect(page).toHaveTitle(/我的账号/)

async function expectOrders(page: Page, shopUrl: string, orderNos: string[]) {
  await page.goto(`${shopUrl}/orders`)
  await expect(page.locator('main li')).toHaveCount(orderNos.length)
  for (const orderNo of orderNos) await expect(page.getByText(orderNo)).toBeVisible()
}

/** A page of another browser, closed at the end. */
async function inAnotherBrowser(
  browser: Browser,
  act: (page: Page, context: BrowserContext) => Promise<void>,
) {
  const context = await browser.newContext()
  try {
    await act(await context.newPage(), context)
  } finally {
    await context.close()
  }
}

for (const javaScriptEnabled of [true, false])
  test.describe(javaScriptEnabled ? 'with scripts' : 'without scripts', () => {
    test.use({ javaScriptEnabled })

    test('a guest buys, signs up and keeps the order; signed out the page shows nothing; signed in elsewhere it is there', async ({
      page,
      context,
      browser,
      shop,
    }) => {
      const email = newEmail()
      const orderNo = await order(page, shop.url)
      await signUp(page, shop.url, email)
      await expectAccount(page)
      await expect(page.getByText(email)).toBeVisible()
      await expectOrders(page, shop.url, [orderNo])
      const later = await order(page, shop.url)
      const guarded = { httpOnly: true, sameSite: 'Lax', path: '/' }
      expect(await context.cookies()).toMatchObject([
        { name: 'danbao.session_token', ...guarded },
        { name: 'known', ...guarded }, // this browser is not held up by others' wrong passwords
      ])

      await page.goto(`${shop.url}/account`)
      await signOut(page)
      await expect(page).toHaveTitle(/登录/)
      expect(await context.cookies()).toMatchObject([{ name: 'known' }])
      await expectOrders(page, shop.url, [])
      expect((await page.goto(`${shop.url}/orders/${orderNo}`))?.status()).toBe(404)

      await inAnotherBrowser(browser, async (elsewhere) => {
        const asGuest = await order(elsewhere, shop.url)
        await signIn(elsewhere, shop.url, email)
        await expectAccount(elsewhere)
        await expectOrders(elsewhere, shop.url, [orderNo, later, asGuest])
      })
    })
  })

test.describe('the forms, without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('mistakes are said at their fields, and the address is kept', async ({ page, shop }) => {
    const email = newEmail()
    await signUp(page, shop.url, email, '1234567')
    await expect(page.getByText('密码太短，至少要 8 个字符')).toBeVisible()
    await expect(page.getByLabel('邮箱')).toHaveValue(email)
    await expect(page.getByLabel('密码')).toHaveAttribute('aria-invalid', 'true')
    await expect(page.getByLabel('密码')).toHaveValue('')
    await signUp(page, shop.url, 'not an address')
    await expect(page.getByText('请填写完整的邮箱')).toBeVisible()
    await signIn(page, shop.url, email)
    await expect(page.getByText('邮箱或密码不正确')).toBeVisible()
    await expect(page.getByLabel('邮箱')).toHaveValue(email)
    await page.getByRole('link', { name: '注册' }).click()
    await expect(page).toHaveTitle(/注册/)
    await signUp(page, shop.url, email)
    await expectAccount(page)
    await signOut(page)
    await expect(page).toHaveTitle(/登录/)
    await signUp(page, shop.url, email.toUpperCase())
    await expect(page.getByText('这个邮箱已注册')).toBeVisible()
  })

  test('a new password ends the other sessions, and then the account is deleted; its orders are nobody’s', async ({
    page,
    browser,
    shop,
  }) => {
    const email = newEmail()
    const orderNo = await order(page, shop.url)
    await signUp(page, shop.url, email)
    await expectAccount(page)
    await inAnotherBrowser(browser, async (thief) => {
      await signIn(thief, shop.url, email)
      await expect(thief.getByRole('region', { name: '已登录的设备' }).getByRole('listitem')).toHaveCount(2)

      await page.getByRole('link', { name: '修改密码' }).click()
      await page.getByLabel('当前密码').fill('a guess')
      await page.getByLabel('新密码').fill('another password')
      await page.getByRole('button', { name: '修改密码' }).click()
      await expect(page.getByText('当前密码不正确')).toBeVisible()
      await page.getByLabel('当前密码').fill(PASSWORD)
      await page.getByLabel('新密码').fill('another password')
      await page.getByRole('button', { name: '修改密码' }).click()
      await expect(page.getByText('密码已修改')).toBeVisible()
      await expect(page.getByRole('region', { name: '已登录的设备' }).getByRole('listitem')).toHaveCount(1)

      await thief.goto(`${shop.url}/account/password`)
      await expect(thief).toHaveTitle(/登录/)
      await expectOrders(thief, shop.url, [])
    })
    await expectOrders(page, shop.url, [orderNo])

    await page.goto(`${shop.url}/account/delete`)
    await page.getByLabel('密码').fill(PASSWORD)
    await page.getByRole('button', { name: '注销账号' }).click()
    await expect(page.getByText('账号没有注销')).toBeVisible()
    await page.getByLabel('密码').fill('another password')
    await page.getByRole('button', { name: '注销账号' }).click()
    await expect(page.getByText('账号已注销')).toBeVisible()
    await signIn(page, shop.url, email, 'another password')
    await expect(page.getByText('邮箱或密码不正确')).toBeVisible()
    await signUp(page, shop.url, email)
    await expectAccount(page)
    await expectOrders(page, shop.url, [])
  })
})

test('signing out everywhere ends every session, here too', async ({ page, browser, shop }) => {
  const email = newEmail()
  await signUp(page, shop.url, email)
  await expectAccount(page)
  await inAnotherBrowser(browser, async (other) => {
    await signIn(other, shop.url, email)
    await expectAccount(other)
    await page.getByRole('button', { name: '退出所有设备' }).click()
    await expect(page).toHaveTitle(/登录/)
    await other.goto(`${shop.url}/account`)
    await expect(other).toHaveTitle(/登录/)
  })
})

test('on a shared computer nobody sees the orders of who was there before', async ({ page, shop }) => {
  const [first, second] = [newEmail(), newEmail()]
  const firsts = await order(page, shop.url)
  await signUp(page, shop.url, first)
  await expectAccount(page)
  await signOut(page)
  await expect(page).toHaveTitle(/登录/)
  const seconds = await order(page, shop.url)
  await signUp(page, shop.url, second)
  await expectAccount(page)
  await expectOrders(page, shop.url, [seconds])
  await page.goto(`${shop.url}/account`)
  await signOut(page)
  await expect(page).toHaveTitle(/登录/)
  await signIn(page, shop.url, first)
  await expectAccount(page)
  await expectOrders(page, shop.url, [firsts])
})

test('[#67] a planted cookie gives nobody the orders of an account, nor takes a guest’s away', async ({
  page,
  context,
  browser,
  shop,
}) => {
  await inAnotherBrowser(browser, async (attacker, attackers) => {
    // the attacker's guest in the victim's browser: it keeps nothing of what is ordered after signing up
    const planted = await order(attacker, shop.url)
    const [guest] = await attackers.cookies()
    if (!guest) throw new Error('no cookie')
    await context.addCookies([guest])
    const email = newEmail()
    await signUp(page, shop.url, email)
    await expectAccount(page)
    const mine = await order(page, shop.url)
    await expectOrders(page, shop.url, [planted, mine])
    await expectOrders(attacker, shop.url, [])
    await signUp(attacker, shop.url, newEmail())
    await expectAccount(attacker)
    await expectOrders(attacker, shop.url, [])

    // somebody else's buyer id with a signature of one's own
    await attackers.addCookies([{ ...guest, value: guest.value.replace(/^[^.]+/, crypto.randomUUID()) }])
    await expectOrders(attacker, shop.url, [])
  })
  await inAnotherBrowser(browser, async (victim, victims) => {
    // the attacker's session in the browser of a guest, whose orders stay the guest’s
    const orderNo = await order(victim, shop.url)
    const guests = await victims.cookies()
    await victims.addCookies(await context.cookies())
    await victim.goto(`${shop.url}/account`)
    await expectAccount(victim)
    await signOut(victim)
    await expect(victim).toHaveTitle(/登录/)
    const left = (await victims.cookies()).filter(({ name }) => name !== 'known')
    expect(left).toMatchObject(guests.map(({ name, value }) => ({ name, value })))
    await expectOrders(victim, shop.url, [orderNo])
  })
})

test('[#70] an account of a buyer is no way into the back office, whatever its form asked for', async ({
  page,
  context,
  shop,
}) => {
  const form = {
    email: newEmail(),
    password: PASSWORD,
    role: 'merchant',
    buyerId: 'x',
    emailVerified: 'true',
  }
  const answer = await context.request.post(`${shop.url}/account/sign-up/check`, {
    form,
    headers: { origin: shop.url },
  })
  expect(answer.url()).toBe(`${shop.url}/account`)
  expect((await page.goto(`${shop.url}/merchant`))?.status()).toBe(403)
  for (const path of ['sign-up/email', 'sign-in/email', 'update-user', 'get-session', 'delete-user', 'ok'])
    for (const method of ['get', 'post'] as const)
      expect((await context.request[method](`${shop.url}/api/auth/${path}`)).status(), path).toBe(404)
})

test('the merchant is a guest in the shop, whose account is not deleted there', async ({
  merchant,
  shop,
}) => {
  const orderNo = await order(merchant, shop.url)
  await merchant.goto(`${shop.url}/account`)
  await expect(merchant.getByText('店主账号')).toBeVisible()
  await expect(merchant.getByRole('link', { name: '注销账号' })).toBeHidden()
  await merchant.goto(`${shop.url}/account/delete`)
  await expectAccount(merchant)
  const form = { password: shop.password }
  const headers = { origin: shop.url }
  await merchant.request.post(`${shop.url}/account/delete/check`, { form, headers })
  await merchant.goto(`${shop.url}/merchant/orders/${orderNo}`)
  await expect(stateOf(merchant)).toHaveText('等待付款')
})

test('[#69] a page of another origin signs nobody up, in or out and changes no account', async ({
  page,
  context,
  shop,
}) => {
  const email = newEmail()
  await signUp(page, shop.url, email)
  await expectAccount(page)
  const form = { email, password: PASSWORD, current: PASSWORD, new: 'another password' }
  const doors = [
    'sign-up/check',
    'sign-in/check',
    'sign-out',
    'sessions/end',
    'password/check',
    'delete/check',
  ]
  for (const origin of ['null', 'http://evil.example', 'http://127.0.0.1:1'])
    for (const door of doors) {
      const answer = await context.request.post(`${shop.url}/account/${door}`, { form, headers: { origin } })
      expect(answer.status(), `${door} from ${origin}`).toBe(403)
    }
  await page.reload()
  await expectAccount(page)
})

test('[#64] signing in leads to the page that was wanted, of this site only', async ({ page, shop }) => {
  const email = newEmail()
  await page.goto(`${shop.url}/account/password`)
  await page.getByRole('link', { name: '注册' }).click()
  await expect(page).toHaveTitle(/注册/)
  await fillIn(page, email, PASSWORD)
  await page.getByRole('button', { name: '注册' }).click()
  await expect(page).toHaveTitle(/修改密码/)
  for (const next of ['//evil.example', '/.//evil.example', 'https://evil.example', '/account/sign-in']) {
    await page.goto(`${shop.url}/account/sign-in?next=${encodeURIComponent(next)}`)
    await expect(page).toHaveURL(`${shop.url}/account`)
  }
})

test('[#70] a browser that guesses a password is slowed down, and no other', async ({
  page,
  browser,
  shop,
}) => {
  const [victim, other] = [newEmail(), newEmail()]
  await signUp(page, shop.url, victim)
  await expectAccount(page)
  await inAnotherBrowser(browser, async (guesser) => {
    await expect(async () => {
      await signIn(guesser, shop.url, victim, 'a guess')
      await expect(guesser.getByRole('alert').filter({ hasText: '尝试次数过多' })).toBeVisible({
        timeout: 2_000,
      })
    }).toPass({ intervals: [0] })
    await signUp(guesser, shop.url, other)
    await expectAccount(guesser)
    await signOut(guesser)
    await expect(guesser).toHaveTitle(/登录/)
    await signIn(guesser, shop.url, other)
    await expectAccount(guesser)
  })
  await page.reload()
  await expectAccount(page)
})
