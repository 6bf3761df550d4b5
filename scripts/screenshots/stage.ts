import type { Browser, BrowserContext, Page } from '@playwright/test'
import { goToCashier, order, payDirectly, putInCart, untilDelivered } from '../../e2e/buyer'
import { cookiesOf, sessionOf } from '../../e2e/merchant'
import { sandboxAt } from '../../e2e/sandbox'

/** Who looks at a page: a first visitor, a guest who has bought, a buyer with an account, the merchant. */
export type Viewer = 'stranger' | 'guest' | 'account' | 'merchant'

/** A page in a state that has a look of its own. */
export interface Shot {
  name: string
  path: string
  viewer: Viewer
}

export type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>

export interface Stage {
  shots: Shot[]
  cookies: Record<Viewer, Cookies>
}

/** Brings a fresh shop into every state that has a look of its own. */
export async function setStage(browser: Browser, shopUrl: string, password: string): Promise<Stage> {
  const context = await browser.newContext({ locale: 'zh-CN' })
  const page = await context.newPage()
  const orders = await makeOrders(page, shopUrl)
  await putInCart(page, shopUrl, 'longjing', 2, '50 克')
  await putInCart(page, shopUrl, 'celadon-cup', 1, '单只')
  const guest = await context.cookies()
  await context.clearCookies()

  const form = { email: 'buyer@example.com', password: 'a long password' }
  await page.request.post(`${shopUrl}/account/sign-up/check`, { form })
  const account = await context.cookies()
  await context.clearCookies()

  await context.addCookies(cookiesOf(await sessionOf(shopUrl, password), shopUrl))
  const merchant = await context.cookies()
  const firstLink = async (path: string) => {
    await page.goto(`${shopUrl}${path}`)
    const links = page.locator(`main :is(li, td, th) a[href^="${path}/"]:not([href$="/new"])`)
    return (await links.first().getAttribute('href')) ?? path
  }
  const message = await firstLink('/merchant/log')
  const product = await firstLink('/merchant/products')
  await context.close()
  const paths = pathsOf(orders, message, product)
  const shots = Object.entries(paths).flatMap(([viewer, byName]) =>
    Object.entries(byName).map(([name, path]) => ({ name, path, viewer: viewer as Viewer })),
  )
  return { shots, cookies: { stranger: [], guest, account, merchant } }
}

/** Orders of one guest, one in each state; their numbers, and the addresses of two cashiers. */
async function makeOrders(page: Page, shopUrl: string) {
  const sandbox = sandboxAt(shopUrl)
  const atCashier = async () => {
    const orderNo = await order(page, shopUrl)
    await goToCashier(page)
    return orderNo
  }
  const refunding = await atCashier()
  await sandbox.pay(refunding)
  await sandbox.act(refunding, 'refund-apply', { goods_received: false })
  const shipped = await atCashier()
  await sandbox.pay(shipped)
  await sandbox.act(shipped, 'ship', { logistics_name: '顺丰速运', invoice_no: 'SF1234567890' })
  const finished = await atCashier()
  await sandbox.pay(finished)
  await sandbox.act(finished, 'ship', { logistics_name: '顺丰速运', invoice_no: 'SF1234567891' })
  await sandbox.act(finished, 'confirm')
  const closed = await atCashier()
  await sandbox.logIn(closed)
  await sandbox.act(closed, 'close')
  await payDirectly(page, shopUrl, { subject: '一斤龙井', amount: '0.01' })
  await payDirectly(page, shopUrl, { subject: '', amount: 'x' })
  await page.waitForURL(/typed=/)
  const mistakes = page.url().slice(shopUrl.length)
  const paid = await atCashier()
  const cashierPaid = new URL(page.url()).pathname
  await sandbox.pay(paid)
  await untilDelivered(sandbox, paid, 2)
  const loggedIn = await atCashier()
  const cashierPay = new URL(page.url()).pathname
  await sandbox.logIn(loggedIn)
  const unpaid = await atCashier()
  const cashier = new URL(page.url()).pathname
  return { refunding, shipped, finished, closed, paid, unpaid, cashier, cashierPay, cashierPaid, mistakes }
}

function pathsOf(
  orders: Awaited<ReturnType<typeof makeOrders>>,
  message: string,
  product: string,
): Record<Viewer, Record<string, string>> {
  return {
    stranger: {
      'orders-empty': '/orders',
      'cart-empty': '/cart',
      'not-found': '/nowhere',
      'order-not-found': '/orders/1',
      'sign-in': '/account/sign-in',
      'sign-in-failed': '/account/sign-in?failed=wrong',
      'sign-up': '/account/sign-up',
      'password-forgotten': '/account/forgot',
      contact: '/contact',
      shipping: '/shipping',
      privacy: '/privacy',
      learn: '/learn',
      'learn-chapter': '/learn/signature',
      'learn-sign': '/learn/sign',
      'learn-errors': '/learn/errors',
      'learn-error': '/learn/errors/ILLEGAL_SIGN',
      'merchant-sign-in': '/merchant/sign-in',
      console: '/sandbox/console',
      'console-trade': `/sandbox/console/${orders.refunding}`,
      'console-not-found': '/sandbox/console/1',
      'gateway-error': '/sandbox/gateway.do?service=x',
    },
    guest: {
      shelf: '/',
      'shelf-category': '/?category=cup',
      'shelf-nothing-found': '/?q=xyz',
      product: '/products/longjing',
      'product-for-a-cent': '/products/test-tea',
      'product-problem': '/products/gaiwan?problem=quantity',
      cart: '/cart',
      checkout: '/checkout',
      'direct-pay': '/direct-pay',
      'direct-pay-mistakes': orders.mistakes,
      orders: '/orders',
      'order-unpaid': `/orders/${orders.unpaid}`,
      'order-paid': `/orders/${orders.paid}`,
      'order-shipped': `/orders/${orders.shipped}`,
      'order-finished': `/orders/${orders.finished}`,
      'order-refund': `/orders/${orders.refunding}`,
      'order-closed': `/orders/${orders.closed}`,
      cashier: orders.cashier,
      'cashier-pay': orders.cashierPay,
      'cashier-paid': `${orders.cashierPaid}/paid`,
    },
    account: {
      account: '/account',
      'account-password': '/account/password',
      'account-addresses': '/account/addresses',
      'account-delete': '/account/delete',
      'merchant-forbidden': '/merchant',
    },
    merchant: {
      merchant: '/merchant',
      'merchant-orders': '/merchant/orders',
      'merchant-orders-ship': `/merchant/orders/ship?no=${orders.paid}`,
      'merchant-orders-slips': `/merchant/orders/slips?no=${orders.paid}`,
      'merchant-orders-nothing-found': '/merchant/orders?q=nothing',
      'merchant-order-paid': `/merchant/orders/${orders.paid}`,
      'merchant-order-refund': `/merchant/orders/${orders.refunding}`,
      'merchant-log': '/merchant/log',
      'merchant-log-message': message,
      'merchant-products': '/merchant/products',
      'merchant-product': product,
      'merchant-product-new': '/merchant/products/new',
      'merchant-categories': '/merchant/products/categories',
      'merchant-reconcile': '/merchant/reconcile',
      'merchant-mails': '/merchant/mails',
      'merchant-doctor': '/merchant/doctor',
    },
  }
}
