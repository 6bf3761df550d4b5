import { readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const files = readdirSync('app', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name))
  .map((name) => ({ name, text: readFileSync(`app/${name}`, 'utf8') }))
const of = (room: string, file: RegExp) =>
  files.filter(({ name }) => name.startsWith(room) && file.test(name))

/** The exported handlers of a route, each as `POST = merchantRoute` or `GET` for one that is written out. */
const handlers = ({ name, text }: { name: string; text: string }) =>
  Array.from(
    text.matchAll(/^export (?:const ([A-Z]+ = \w*)|(?:async )?function (\w+)|\{ (.*) \})/gm),
    ([, made, written, list]) => `${name}: ${made ?? written ?? list}`,
  )
const startsWithCheck = (text: string) =>
  /^export (default )?async function \w+\([^]*?\)(: Promise<\w+>)? \{\n  await requireMerchant\(\)\n/m.test(
    text,
  )

it('[#70] Every page of the back office asks first who is there', () => {
  const pages = of('merchant/(office)', /\/page\.tsx$/)
  expect(pages.length).toBeGreaterThanOrEqual(10)
  expect(pages.filter(({ text }) => !startsWithCheck(text)).map(({ name }) => name)).toEqual([])
})

it('[#70] Every handler of the back office asks first who is there, and one that changes something where it comes from', () => {
  const routes = of('merchant/(office)', /\/route\.ts$/)
  expect(routes.length).toBeGreaterThanOrEqual(9)
  const open = routes.flatMap(
    (route) =>
    handlers(route).filter((one) => !one.endsWith(': POST = merchantRoute') && !(one.endsWith(': GET') && startsWithCheck(route.text))), // prettier-ignore
  )
  expect(open).toEqual([])
})

it('[#69] Every other handler that changes something of the shop asks where the form comes from', () => {
  const routes = of('', /\/route\.ts$/).filter(({ name }) => !/^(merchant\/\(office\)|sandbox)\//.test(name))
  const MADE = /: POST = (postRoute|credentialsRoute)$/
  expect(routes.flatMap(handlers).filter((one) => !MADE.test(one) && !/: GET( = \w*)?$/.test(one))).toEqual([
    'api/alipay/notify/route.ts: notify as DELETE, notify as GET, notify as OPTIONS, notify as PATCH, notify as POST, notify as PUT',
  ])
  expect(files.find(({ name }) => name.endsWith('credentials-route.ts'))?.text).toContain('postRoute(')
})

it('[#69] [#71] Every handler of the sandbox is the gateway’s own, a form’s or the control API’s', () => {
  const routes = of('sandbox', /\/route\.ts$/)
  const control = routes.filter(({ name }) => name.startsWith('sandbox/api/')).flatMap(handlers)
  expect(control.length).toBeGreaterThanOrEqual(10)
  expect(control.filter((one) => !one.endsWith(' = controlRoute'))).toEqual([])
  const others = routes.filter(({ name }) => !name.startsWith('sandbox/api/')).flatMap(handlers)
  const MADE =
    /: (GET = (gatewayRoute|backToCashier)|POST = (formRoute|cashierStep)|route as GET, route as POST)$/
  expect(others.filter((one) => !MADE.test(one))).toEqual([])
  const pages = of('sandbox/console', /\/page\.tsx$/)
  expect(
    pages.filter(({ text }) => !text.includes('  await requireControl()\n')).map(({ name }) => name),
  ).toEqual([])
})

it('[#70] There are no Server Actions', () => {
  expect(files.filter(({ text }) => /['"]use server['"]/.test(text)).map(({ name }) => name)).toEqual([])
})

it('[#65] Only what search engines read of a product is written as markup', () => {
  expect(
    files.filter(({ text }) => /dangerouslySetInnerHTML|innerHTML/.test(text)).map(({ name }) => name),
  ).toEqual(['(shop)/products/[slug]/page.tsx'])
})
