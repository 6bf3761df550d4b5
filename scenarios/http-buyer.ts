import { setTimeout as wait } from 'node:timers/promises'
import { type Charset, decode, parseCharset } from '../lib/alipay/charset'
import { formEncode } from '../lib/alipay/params'
import type { Buyer, Fields, Merchant } from './play'

type Language = 'zh' | 'en'

export interface HttpBuyer extends Buyer {
  /** A page of the shop, in Chinese by default; undefined where there is none. */
  read(path: string, language?: Language): Promise<string | undefined>
  /** The Set-Cookie values that the shop has sent. */
  given(): string[]
}

/** A buyer by plain HTTP: forms and cookies, without scripts. `browser`: the cookies of one, to which the orders then belong. */
export function httpBuyer(shopUrl: string, browser = ''): HttpBuyer {
  let cookie = browser.replace(/(^|; *)language=[^;]*/, '') // the caller's choice, with each page
  let given: string[] = []
  let orderNo = ''
  const request = (path: string, init: RequestInit = {}, language: Language = 'zh') =>
    fetch(new URL(path, shopUrl), {
      ...init,
      headers: { cookie: `${cookie}; language=${language}`, origin: new URL(shopUrl).origin },
      redirect: 'manual',
    })

  return {
    async read(path, language) {
      const response = await request(path, {}, language)
      return response.ok ? response.text() : undefined
    },

    async order(slug, quantity) {
      const page = await request(`/products/${slug}`)
      const form = formsIn(await page.text()).find(({ fields }) => fields.has('variant'))
      if (!form) throw new Error(`There is no product ${slug} on the shelf of ${shopUrl}`)
      const body = new URLSearchParams([...form.fields])
      body.set('quantity', String(quantity))
      const response = await request(form.action, { method: 'POST', body })
      given = response.headers.getSetCookie()
      cookie = [cookie, cookieOf(response)].filter(Boolean).join('; ')
      orderNo = /\/orders\/(\w+)$/.exec(response.headers.get('location') ?? '')?.[1] ?? ''
      if (!orderNo) throw new Error(`${shopUrl} takes no order: HTTP ${response.status}`)
      return orderNo
    },

    async handOver() {
      const body = new URLSearchParams({ orderNo })
      const response = await request('/api/alipay/alipayto', { method: 'POST', body })
      const charset = charsetOf(response)
      const [form] = formsIn(decode(new Uint8Array(await response.arrayBuffer()), charset) ?? '')
      if (!form) throw new Error(`The shop hands nothing over: HTTP ${response.status}`)
      if (new URL(form.action).pathname !== '/sandbox/gateway.do')
        throw new Error(`The shop's gateway is ${form.action}: scenarios are played with a sandbox only`)
      const atGateway = await fetch(form.action, {
        method: 'POST',
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
        body: formEncode(form.fields, charset), // in the charset of the page, as browsers do
        redirect: 'manual',
      })
      if (!atGateway.headers.get('location')?.includes('/sandbox/cashier/'))
        throw new Error(`The gateway takes no buyer to its cashier:\n${textIn(await atGateway.text())}`)
      return new URL(form.action).origin
    },

    async comeBack(url) {
      await request(url)
    },

    submit: (orderNo, form, fields) => submitForm(request, `/orders/${orderNo}`, form, fields),
    given: () => given,
  }
}

/** A merchant by plain HTTP, signed in. Throws where the password is not the merchant's. */
export async function httpMerchant(shopUrl: string, email: string, password: string): Promise<Merchant> {
  const request =
    (cookie: string) =>
    (path: string, init: RequestInit = {}) =>
      fetch(new URL(path, shopUrl), {
        ...init,
        headers: { cookie, origin: new URL(shopUrl).origin },
        redirect: 'manual',
      })
  const body = new URLSearchParams({ email, password })
  const cookie = cookieOf(await request('')('/merchant/sign-in/check', { method: 'POST', body }))
  if (!cookie) throw new Error(`The back office of ${shopUrl} does not let ${email} in with this password`)
  return {
    submit: (orderNo, form, fields) =>
      submitForm(request(cookie), `/merchant/orders/${orderNo}`, form, fields),
  }
}

/** The cookies that an answer sets, as a Cookie header. */
export const cookieOf = (response: Response) =>
  response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')

/** Milliseconds to wait for a form that a message brings, which may still be on its way. */
const PATIENCE_MS = 10_000

/** Submits the form of a page whose address ends so, with these fields changed. Throws where there is none, or it is refused. */
async function submitForm(
  request: (path: string, init?: RequestInit) => Promise<Response>,
  path: string,
  name: string,
  fields: Fields,
) {
  const look = async () =>
    formsIn(await (await request(path)).text()).find(({ action }) => action.endsWith(`/${name}`))
  let form = await look()
  for (const until = Date.now() + PATIENCE_MS; !form && Date.now() < until; form = await look())
    await wait(100)
  if (!form) throw new Error(`The page ${path} has no form ${name}`)
  const body = new URLSearchParams([...form.fields].filter(([field]) => field))
  for (const [field, value] of Object.entries(fields)) body.set(field, value)
  const response = await request(form.action, { method: 'POST', body })
  if (response.status !== 303) throw new Error(`${form.action}: HTTP ${response.status}`)
}

const charsetOf = (response: Response): Charset =>
  parseCharset(/charset=([\w-]+)/.exec(response.headers.get('content-type') ?? '')?.[1] ?? '') ?? 'utf-8'

/** The forms of a page, each with its address and its input fields. */
function formsIn(html: string) {
  return Array.from(html.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g), ([, head = '', inside = '']) => ({
    action: attribute(head, 'action'),
    fields: new Map(
      Array.from(inside.matchAll(/<input\b([^>]*)>/g), ([, input = '']): [string, string] => [
        attribute(input, 'name'),
        attribute(input, 'value'),
      ]),
    ),
  }))
}

const attribute = (tag: string, name: string) =>
  unescaped(new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? '')

/** The visible text of a piece of HTML. */
export const textIn = (html: string) =>
  unescaped(html.replace(/<(style|script)[\s\S]*?<\/\1>|<!--[\s\S]*?-->|<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'" }
const unescaped = (text: string) => text.replace(/&([#\w]+);/g, (all, name: string) => ENTITIES[name] ?? all)
