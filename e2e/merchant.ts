import { expect, type Page } from '@playwright/test'
import { cookieOf } from '../scenarios/http-buyer'

export const MERCHANT_EMAIL = 'merchant@example.com'

/** The password that a server printed at its first start. */
export function passwordIn(output: string) {
  const password = /Back office: \S+, sign in as \S+ with the password (\S+) \(shown only now\)/.exec(
    output,
  )?.[1]
  if (!password) throw new Error(`the server told no password:\n${output}`)
  return password
}

/** Signs in and returns the session's Cookie header. Sign-in attempts are limited: do it seldom. */
export async function sessionOf(shopUrl: string, password: string, email = MERCHANT_EMAIL) {
  const response = await fetch(`${shopUrl}/merchant/sign-in/check`, {
    method: 'POST',
    body: new URLSearchParams({ email, password }),
    redirect: 'manual',
  })
  const cookies = cookieOf(response)
  if (!cookies) throw new Error(`no session: ${response.headers.get('location')}`)
  return cookies
}

/** The cookies of a Cookie header, in the form that a browser context takes. */
export const cookiesOf = (header: string, url: string) =>
  header.split('; ').map((cookie) => {
    const [name = '', ...value] = cookie.split('=')
    return { name, value: value.join('='), url }
  })

/** Fills in the open sign-in page and submits it. */
export async function signIn(page: Page, password: string, email = MERCHANT_EMAIL) {
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

/** Opens the orders page and searches it. */
export async function search(page: Page, shopUrl: string, text: string) {
  await page.goto(`${shopUrl}/merchant/orders`)
  await page.getByRole('searchbox').fill(text)
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page).toHaveURL(/[?&]q=/)
}

/** The orders that the orders page has found. */
export const found = (page: Page) => page.getByRole('table', { name: '找到的订单' }).locator('tbody tr')
