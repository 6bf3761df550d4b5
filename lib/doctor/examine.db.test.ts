import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { formatBeijingTime } from '../alipay/beijing-time'
import { OPEN_KEYS } from '../alipay/testing/open-account'
import { parseEnv } from '../env'
import { examine } from './examine'
import { exitCode, type Level, report, type Section } from './report'
import { PROBE_HEADER, probeMark } from './send'
import {
  answerAsGateway,
  type Incoming,
  KEY,
  openPatient,
  page,
  type Patient,
  type Reply,
  type Settings,
  xml,
} from './testing/patient'
import { realWorld } from './world'

let patient: Patient
beforeEach(async () => {
  patient = await openPatient(process.env.DATABASE_URL)
})
afterEach(() => patient.close())

const diagnose = () => examine(() => parseEnv(patient.settings), patient.world)

const findings = (sections: Section[], ...levels: Level[]) =>
  Object.fromEntries(
    sections
      .flatMap(({ lines }) => lines)
      .filter(({ level }) => levels.includes(level))
      .map(({ check, level }) => [check, level]),
  )

test('[T2.1] [T5.2A] [F9] a shop in good health: every check is ok or for a person, and the exit code is 0', async () => {
  const sections = await diagnose()
  expect(findings(sections, 'warning', 'error', 'skipped')).toEqual({})
  expect(Object.keys(findings(sections, 'ok'))).toEqual([
    'node',
    'ALIPAY_PARTNER',
    'ALIPAY_KEY',
    'ALIPAY_SELLER_EMAIL',
    'ALIPAY_GATEWAY_URL',
    'ALIPAY_NOTIFY_URL',
    'ALIPAY_RETURN_URL',
    'ALIPAY_SHOW_URL',
    'ALIPAY_INPUT_CHARSET',
    'ALIPAY_SIGN_TYPE',
    'money',
    'notify-port',
    'return-origin',
    'request',
    'order-number',
    'LOG_FILE',
    'database',
    'database-migrated',
    'database-writable',
    'order-unique',
    'event-times',
    'gateway-dns',
    'gateway-port',
    'gateway-tls',
    'clock',
    'gateway-answer',
    'contract',
    'notify-verify',
    'mail-server',
    'shop-runs',
    'notify-dns',
    'notify-connect',
    'notify-get',
    'notify-post',
    'notify-bytes',
    'return',
    'return-bytes',
    'show-url',
    'forms',
  ])
  expect(exitCode(sections)).toBe(0)
})

test('[T5.2A] each check of T5.2, by letter, is run or is named for a person to look up', async () => {
  const covered = new Set((await diagnose()).flatMap(({ lines }) => lines.map(({ id }) => id)))
  const letters = ['1A', '1B', '1C', '1D', '1E', '1F', '2A', '2B', '2C', '2D', '2E', '3A', '3B', '3C']
  expect(letters.filter((letter) => !covered.has(`T5.2-${letter}`))).toEqual([])
})

test('[#13] a shop that changes its key is as healthy, and the doctor says until when', async () => {
  const until = inTwoDays()
  Object.assign(patient.settings, { ALIPAY_KEY_OLD: OLD_KEY, ALIPAY_KEY_OLD_UNTIL: until })
  const sections = await diagnose()
  expect(findings(sections, 'warning', 'error', 'skipped')).toEqual({})
  expect(report(sections, 'en')).toContain(`the old key are accepted until ${until} (Beijing time)`)
})

test.each(['gbk', 'gb2312'])('[T3.2c] a shop in %s is as healthy', async (charset) => {
  patient.settings.ALIPAY_INPUT_CHARSET = charset
  expect(findings(await diagnose(), 'warning', 'error', 'skipped')).toEqual({})
})

test('[O5] a shop of the open platform is probed in UTF-8, with the JSON of its messages, byte for byte', async () => {
  Object.assign(patient.settings, {
    ...{ ALIPAY_KEY: undefined, ALIPAY_SELLER_EMAIL: undefined, ALIPAY_APP_ID: '2021000000000001' },
    ALIPAY_APP_PRIVATE_KEY: OPEN_KEYS.privateKey,
    ALIPAY_PUBLIC_KEY: OPEN_KEYS.alipayPublicKey,
    ALIPAY_GATEWAY_URL: 'https://openapi.alipay.com/gateway.do',
  })
  const sections = await diagnose()
  expect(findings(sections, 'ok')).toMatchObject({ 'notify-bytes': 'ok', 'return-bytes': 'ok' })
  expect(report(sections, 'en')).not.toContain('responseTxt')
  const bodies: string[] = []
  patient.front = (incoming, behind) => {
    bodies.push(incoming.body.toString())
    return behind({ ...incoming, body: Buffer.from(incoming.body.toString().replace(/%\w\w/g, (hex) => hex.toUpperCase())) })
  }
  expect(findings(await diagnose(), 'error')).toMatchObject({ 'notify-bytes': 'error' })
  const [telltale = ''] = bodies.filter((body) => body.includes('fund_bill_list'))
  expect(new URLSearchParams(telltale).get('subject')).toBe('测')
  expect(new URLSearchParams(telltale).get('fund_bill_list')).toBe('[{"amount":"0.01"}]')
}) // prettier-ignore

/** A paid order: the times of its events are those of Shanghai as if they were UTC. */
const SHIFTED_EVENTS = [
  `INSERT INTO "shop"."Order" ("id", "orderNo", "buyerId", "subject", "totalFen") VALUES ('shifted', 'shifted', '', '', 1)`,
  `INSERT INTO "shop"."Notification"
     ("id", "channel", "receivedAt", "remoteAddress", "rawBytes", "verdict", "orderNo", "answer", "milliseconds")
   VALUES ('shifted', 'notify', '2026-11-22T02:00:05Z', '', '', 'applied', 'shifted', 'success', 1)
   ON CONFLICT DO NOTHING`,
  `INSERT INTO "shop"."OrderEvent" ("orderId", "kind", "createdAt") VALUES
     ('shifted', 'created', '2026-11-22T01:59:00Z'), ('shifted', 'paid', '2026-11-22T10:00:05.123Z')`,
]
const UNSHIFTED = `DELETE FROM "shop"."Order" WHERE "id" = 'shifted'`

const OLD_KEY = 'fedcba9876543210fedcba9876543210'
const inTwoDays = () => formatBeijingTime(new Date(Date.now() + 2 * 24 * 60 * 60 * 1000))

interface Mistake {
  name: string
  settings?: Settings
  plant?: (patient: Patient) => void | Promise<void>
  undo?: () => Promise<void>
  /** The checks that turn, and no other. */
  turns: Record<string, 'warning' | 'error'>
}

const isNotify = ({ url }: Incoming) => url.startsWith('/api/alipay/notify')
/** A proxy that changes what the notify page answers. */
const notifyAnswers =
  (change: (reply: Reply) => Partial<Reply>) =>
  (patient: Patient): void => {
    patient.front = async (incoming, behind) => {
      const reply = await behind(incoming)
      return isNotify(incoming) ? { ...reply, ...change(reply) } : reply
    }
  }
/** A proxy that changes what reaches the shop. */
const proxy =
  (change: (incoming: Incoming) => Partial<Incoming>) =>
  (patient: Patient): void => {
    patient.front = (incoming, behind) => behind({ ...incoming, ...change(incoming) })
  }
const gatewayAnswers =
  (service: string, reply: Reply) =>
  (patient: Patient): void => {
    patient.gateway = (url) => (url.includes(`service=${service}`) ? reply : answerAsGateway(url))
  }
const world =
  (change: (patient: Patient) => Partial<Patient['world']>) =>
  (patient: Patient): void => {
    Object.assign(patient.world, change(patient))
  }
const noName = (hostname: string) => {
  throw Object.assign(new Error(), { code: 'ENOTFOUND', hostname })
}
const html = { headers: { 'content-type': 'text/html' }, body: '<!doctype html><title>登录</title>' }
const text = (body: string): Reply => ({ status: 200, headers: {}, body })
const NOTIFY_PAGE = { 'notify-get': 'error', 'notify-post': 'error' } as const

const MISTAKES: Mistake[] = [
  // settings that stop the start
  {
    name: '[T5.2A] partner with a space before it',
    settings: { ALIPAY_PARTNER: ' 2088123456789012' },
    turns: { ALIPAY_PARTNER: 'error' },
  },
  {
    name: '[F1a] the account’s e-mail address as partner',
    settings: { ALIPAY_PARTNER: 'shop@example.cn' },
    turns: { ALIPAY_PARTNER: 'error' },
  },
  {
    name: '[T5.2A] partner and key swapped',
    settings: { ALIPAY_PARTNER: KEY, ALIPAY_KEY: '2088123456789012' },
    turns: { ALIPAY_PARTNER: 'error', ALIPAY_KEY: 'error' },
  },
  {
    name: '[T3.2a] a partner of 15 digits',
    settings: { ALIPAY_PARTNER: '208812345678901' },
    turns: { ALIPAY_PARTNER: 'error' },
  },
  {
    name: '[T3.2a] a key of 31 characters',
    settings: { ALIPAY_KEY: KEY.slice(1) },
    turns: { ALIPAY_KEY: 'error' },
  },
  {
    name: 'the sandbox’s well-known key at the real gateway',
    settings: { ALIPAY_KEY: 'danbaosandboxkey0123456789abcdef' },
    turns: { ALIPAY_KEY: 'error' },
  },
  { name: 'no seller', settings: { ALIPAY_SELLER_EMAIL: '' }, turns: { ALIPAY_SELLER_EMAIL: 'error' } },
  {
    name: '[F2] a notify_url that is only a path',
    settings: { ALIPAY_NOTIFY_URL: '/api/alipay/notify' },
    turns: { ALIPAY_NOTIFY_URL: 'error' },
  },
  {
    name: '[T5.2A] a notify_url with parameters of its own',
    settings: { ALIPAY_NOTIFY_URL: 'https://shop.example.com/api/alipay/notify?id=123' },
    turns: { ALIPAY_NOTIFY_URL: 'error' },
  },
  {
    name: 'a return_url with an exclamation mark',
    settings: { ALIPAY_RETURN_URL: 'https://shop.example.com/return!' },
    turns: { ALIPAY_RETURN_URL: 'error' },
  },
  {
    name: 'a return_url on localhost',
    settings: { ALIPAY_RETURN_URL: 'http://localhost:3000/api/alipay/return' },
    turns: { ALIPAY_RETURN_URL: 'error' },
  },
  {
    name: '[T5.2A] a show_url with parameters of its own',
    settings: { ALIPAY_SHOW_URL: 'https://shop.example.com/order?id=123' },
    turns: { ALIPAY_SHOW_URL: 'error' },
  },
  {
    name: '[T3.2c] the charset written utf8',
    settings: { ALIPAY_INPUT_CHARSET: 'utf8' },
    turns: { ALIPAY_INPUT_CHARSET: 'error' },
  },
  {
    name: '[T5.1] the sign type in small letters',
    settings: { ALIPAY_SIGN_TYPE: 'md5' },
    turns: { ALIPAY_SIGN_TYPE: 'error' },
  },
  {
    name: 'the gateway without https',
    settings: { ALIPAY_GATEWAY_URL: 'http://mapi.alipay.com/gateway.do' },
    turns: { ALIPAY_GATEWAY_URL: 'error' },
  },
  {
    name: '[T4.5a] a log in a folder that is missing',
    settings: { LOG_FILE: '/missing/shop.log' },
    turns: { LOG_FILE: 'error' },
  },
  // settings that do not fit together, and the machine
  {
    name: '[T5.2A] notifications to port 8443',
    settings: { ALIPAY_NOTIFY_URL: 'https://shop.example.com:8443/api/alipay/notify' },
    turns: { 'notify-port': 'warning' },
  },
  {
    name: 'a return to another site than the shop’s',
    settings: { ALIPAY_RETURN_URL: 'https://www.example.com/api/alipay/return' },
    turns: { 'return-origin': 'warning' },
  },
  {
    name: 'a seller address longer than the gateway takes',
    settings: { ALIPAY_SELLER_EMAIL: `${'s'.repeat(100)}@example.cn` },
    turns: { request: 'error' },
  },
  {
    name: 'a public shop that gives its goods away',
    settings: {
      ALIPAY_GATEWAY_URL: '',
      ALIPAY_PARTNER: '',
      ALIPAY_KEY: '',
      ALIPAY_SELLER_EMAIL: '',
      ALIPAY_SANDBOX: 'demo',
    },
    turns: { money: 'warning' },
  },
  {
    name: '[F6] [T3.3b] an order number that is a constant',
    plant: world(() => ({ newOrderNo: () => '20061231' })),
    turns: { 'order-number': 'error' },
  },
  { name: 'Node 18', plant: world(() => ({ nodeVersion: 'v18.20.4' })), turns: { node: 'error' } },
  // the database
  {
    name: 'no database where DATABASE_URL says',
    settings: { DATABASE_URL: 'postgresql://postgres@127.0.0.1:1/postgres' },
    turns: { database: 'error' },
  },
  {
    name: '[T5.2A] a database that is read-only',
    plant: () => setReadOnly(true),
    undo: () => setReadOnly(false),
    turns: { 'database-writable': 'error' },
  },
  {
    name: 'a database that lacks a migration',
    plant: () =>
      sql(
        `UPDATE "shop"._prisma_migrations SET rolled_back_at = now() WHERE migration_name LIKE '%back_office'`,
      ),
    undo: () => sql(`UPDATE "shop"._prisma_migrations SET rolled_back_at = NULL`),
    turns: { 'database-migrated': 'error' },
  },
  {
    name: 'a database that a newer version has migrated',
    plant: () =>
      sql(
        `INSERT INTO "shop"._prisma_migrations (id, checksum, migration_name, finished_at) VALUES ('x', '', '29990101000000_new', now())`,
      ),
    undo: () => sql(`DELETE FROM "shop"._prisma_migrations WHERE id = 'x'`),
    turns: { 'database-migrated': 'error' },
  },
  {
    name: '[F6] a database that takes an order number twice',
    plant: () =>
      sql(
        `ALTER TABLE "shop"."Enquiry" DROP CONSTRAINT "Enquiry_orderNo_fkey"`, // needs the index
        `DROP INDEX "shop"."Order_orderNo_key"`,
      ),
    undo: () =>
      sql(
        `CREATE UNIQUE INDEX "Order_orderNo_key" ON "shop"."Order"("orderNo")`,
        `ALTER TABLE "shop"."Enquiry" ADD CONSTRAINT "Enquiry_orderNo_fkey" FOREIGN KEY ("orderNo")
         REFERENCES "shop"."Order"("orderNo") ON DELETE CASCADE ON UPDATE CASCADE`,
      ),
    turns: { 'order-unique': 'error' },
  },
  {
    name: 'events that an older version wrote in the time zone of a server in Shanghai',
    plant: () => sql(...SHIFTED_EVENTS),
    undo: () => sql(UNSHIFTED),
    turns: { 'event-times': 'warning' },
  },
  {
    name: 'real money in the embedded database',
    settings: { DATABASE_URL: '', DATABASE_PORT: new URL(process.env.DATABASE_URL ?? 'x://x').port },
    turns: { database: 'warning' },
  },
  // the mail server
  {
    name: 'no mail server',
    settings: { SMTP_URL: '', MAIL_FROM: '', MERCHANT_EMAIL: '' },
    turns: { 'mail-server': 'warning' },
  },
  {
    name: 'a mail server that is not there',
    settings: { SMTP_URL: 'smtp://127.0.0.1:1' },
    turns: { 'mail-server': 'error' },
  },
  {
    name: 'a password that the mail server does not know',
    plant: ({ settings }) => {
      settings.SMTP_URL = settings.SMTP_URL?.replace('word@', 'ward@')
    },
    turns: { 'mail-server': 'error' },
  },
  // the way to the gateway
  {
    name: '[T5.2A] the gateway’s name does not resolve',
    plant: world(({ world: { lookup } }) => ({
      lookup: (hostname) => (hostname === 'mapi.alipay.com' ? noName(hostname) : lookup(hostname)),
    })),
    turns: { 'gateway-dns': 'error' },
  },
  {
    name: 'the gateway’s name leads back to this machine',
    plant: ({ addresses }) => void (addresses['mapi.alipay.com'] = ['127.0.0.1']),
    turns: { 'gateway-dns': 'error' },
  },
  {
    name: '[T5.2A] a firewall before the gateway',
    plant: ({ doors }) => void doors.set('https://mapi.alipay.com', 1),
    turns: { 'gateway-port': 'error' },
  },
  {
    name: 'something on the way that does not speak TLS',
    plant: world(({ world: { connect }, doors }) => ({
      connect: (hostname, port, tls) =>
        tls && hostname === 'mapi.alipay.com'
          ? realWorld.connect('127.0.0.1', doors.get('https://mapi.alipay.com') ?? 0, true)
          : connect(hostname, port, tls),
    })),
    turns: { 'gateway-tls': 'error' },
  },
  {
    name: 'a clock five minutes slow',
    plant: world(() => ({ now: () => new Date(Date.now() - 5 * 60_000) })),
    turns: { clock: 'warning' },
  },
  // a key that is being changed
  {
    name: '[#13] an old key whose moment is over',
    settings: { ALIPAY_KEY_OLD: OLD_KEY, ALIPAY_KEY_OLD_UNTIL: '2020-01-01 18:00:00' },
    turns: { ALIPAY_KEY_OLD: 'warning' },
  },
  {
    name: '[#13] an old key accepted for years',
    settings: { ALIPAY_KEY_OLD: OLD_KEY, ALIPAY_KEY_OLD_UNTIL: '2999-01-01 18:00:00' },
    turns: { ALIPAY_KEY_OLD: 'warning' },
  },
  {
    name: '[#13] an old key without a moment',
    settings: { ALIPAY_KEY_OLD: OLD_KEY },
    turns: { ALIPAY_KEY_OLD_UNTIL: 'error' },
  },
  {
    name: '[#13] a new key that the gateway does not have yet',
    settings: { ALIPAY_KEY: OLD_KEY, ALIPAY_KEY_OLD: KEY, ALIPAY_KEY_OLD_UNTIL: inTwoDays() },
    turns: { 'gateway-answer': 'error' },
  },
  // what the gateway says
  {
    name: '[T5.2A] [T5.2S] a key that is another account’s',
    settings: { ALIPAY_KEY: 'zyxwvutsrqponmlkjihgfedcba987654' },
    turns: { 'gateway-answer': 'error' },
  },
  {
    name: '[T5.2A] [T5.2S] a partner that nobody has',
    settings: { ALIPAY_PARTNER: '2088999999999999' },
    turns: { 'gateway-answer': 'error', 'notify-verify': 'error' },
  },
  {
    name: '[T2.1] a contract without queries',
    plant: gatewayAnswers('single_trade_query', xml('ILLEGAL_PARTNER_EXTERFACE')),
    turns: { 'gateway-answer': 'warning' },
  },
  {
    name: '[T2.1] a contract without escrow',
    plant: gatewayAnswers('create_partner_trade_by_buyer', page('HAS_NO_PRIVILEGE')),
    turns: { contract: 'error' },
  },
  {
    name: '[T5.2S] Chinese text that signs wrong, for its charset is another',
    plant: gatewayAnswers('create_partner_trade_by_buyer', page('ILLEGAL_SIGN')),
    turns: { contract: 'error' },
  },
  {
    name: '[T5.1] a seller that does not exist',
    plant: gatewayAnswers('create_partner_trade_by_buyer', page('SELLER_NOT_EXIST')),
    turns: { contract: 'error' },
  },
  {
    name: 'a page instead of XML',
    plant: gatewayAnswers('single_trade_query', page('ILLEGAL_SERVICE')),
    turns: { 'gateway-answer': 'error' },
  },
  {
    name: 'a gateway that fails',
    plant: gatewayAnswers('single_trade_query', { ...text(''), status: 502 }),
    turns: { 'gateway-answer': 'error' },
  },
  {
    name: 'a gateway that says yes to everything',
    plant: gatewayAnswers('notify_verify', text('true')),
    turns: { 'notify-verify': 'error' },
  },
  {
    name: 'a login page where notifications are verified',
    plant: gatewayAnswers('notify_verify', { status: 200, ...html }),
    turns: { 'notify-verify': 'error' },
  },
  // the way to the shop
  {
    name: 'the shop does not run',
    settings: { PORT: '1' },
    turns: { 'shop-runs': 'warning' },
  },
  {
    name: '[F9] the notify page’s name does not resolve',
    plant: world(({ world: { lookup } }) => ({
      lookup: (hostname) => (hostname === 'shop.example.com' ? noName(hostname) : lookup(hostname)),
    })),
    turns: { 'notify-dns': 'error' },
  },
  {
    name: '[F9] [T5.2A] a notify page that only this network can reach',
    plant: ({ addresses }) => void (addresses['shop.example.com'] = ['192.168.1.10']),
    turns: { 'notify-dns': 'error' },
  },
  {
    name: '[F9] [T5.2A] the notify page’s port is closed',
    plant: ({ doors }) => void doors.set('https://shop.example.com', 1),
    turns: { 'notify-connect': 'error' },
  },
  // the notify page
  {
    name: '[T5.2F] a BOM before fail',
    plant: notifyAnswers(({ body }) => ({ body: `\ufeff${body}` })),
    turns: NOTIFY_PAGE,
  },
  {
    name: '[T5.2F] a line break after fail',
    plant: notifyAnswers(({ body }) => ({ body: `${body}\n` })),
    turns: NOTIFY_PAGE,
  },
  {
    name: '[T5.2F] HTML around fail',
    plant: notifyAnswers(({ body }) => ({ body: `<p>${body}</p>` })),
    turns: NOTIFY_PAGE,
  },
  {
    name: '[T5.2A] a redirect to a login page',
    plant: notifyAnswers(() => ({ status: 302, headers: { location: '/login' }, body: '' })),
    turns: NOTIFY_PAGE,
  },
  { name: '[T5.2A] a login page', plant: notifyAnswers(() => html), turns: NOTIFY_PAGE },
  {
    name: '[T5.2A] a session cookie',
    plant: notifyAnswers(({ headers }) => ({ headers: { ...headers, 'set-cookie': 'session=1' } })),
    turns: NOTIFY_PAGE,
  },
  {
    name: '[T4.4a] an error of the program',
    plant: notifyAnswers(() => ({ status: 500, body: 'Internal Server Error' })),
    turns: NOTIFY_PAGE,
  },
  { name: '[T4.4a] a blank page', plant: notifyAnswers(() => ({ body: '' })), turns: NOTIFY_PAGE },
  { name: 'another word than fail', plant: notifyAnswers(() => text('Fail')), turns: NOTIFY_PAGE },
  {
    name: '[T5.2F] success to an empty message',
    plant: notifyAnswers(({ body }) => ({ body: body.replace('fail', 'success') })),
    turns: NOTIFY_PAGE,
  },
  {
    name: 'fail called HTML',
    plant: notifyAnswers(() => ({ headers: { 'content-type': 'text/html' } })),
    turns: { 'notify-get': 'warning', 'notify-post': 'warning' },
  },
  {
    name: '[T4.4a] a notify page that never answers a browser',
    plant: (patient) => {
      patient.world.timeoutMs = 3_000
      patient.front = async (incoming, behind) =>
        isNotify(incoming) && incoming.method === 'GET' ? undefined : behind(incoming)
    },
    turns: { 'notify-get': 'error' },
  },
  {
    name: '[T3.2b] a notify_url where there is no page',
    settings: { ALIPAY_NOTIFY_URL: 'https://shop.example.com/notify' },
    turns: { ...NOTIFY_PAGE, 'notify-bytes': 'error' },
  },
  // what lies between
  {
    name: '[T5.2A] another program that answers in the shop’s stead',
    plant: (patient) => {
      const fail = { status: 200, headers: { 'content-type': 'text/plain' }, body: 'fail' }
      patient.front = async (incoming, behind) => (isNotify(incoming) ? fail : behind(incoming))
    },
    turns: { 'notify-bytes': 'error' },
  },
  {
    name: 'a proxy that adds a parameter',
    plant: proxy(({ body }) => (body.length ? { body: Buffer.from(`${body}&from=proxy`) } : {})),
    turns: { 'notify-bytes': 'error' },
  },
  {
    name: '[F7] a proxy that takes GBK for UTF-8',
    plant: proxy(({ url }) => ({ url: url.replace('%B2%E2', '%EF%BF%BD%EF%BF%BD') })),
    turns: { 'return-bytes': 'error' },
  },
  {
    name: 'a proxy that loses the query',
    plant: proxy(({ url }) => ({ url: url.split('?')[0] ?? '' })),
    turns: { 'return-bytes': 'error' },
  },
  {
    name: '[T3.4d] a return page behind a login',
    plant: (patient) => {
      patient.front = async (incoming, behind) => {
        const reply = await behind(incoming)
        return incoming.url.startsWith('/api/alipay/return')
          ? { ...reply, headers: { location: '/login' } }
          : reply
      }
    },
    turns: { return: 'error' },
  },
  {
    name: '[T3.2b] a show_url where there is no page',
    settings: { ALIPAY_SHOW_URL: 'https://shop.example.com/my-orders' },
    turns: { 'show-url': 'warning' },
  },
  {
    name: '[T3.1c] a proxy that writes its own Origin, so that every form is refused while the pages look healthy',
    plant: proxy(({ headers }) => ({ headers: { ...headers, origin: 'http://10.0.0.7:3000' } })),
    turns: { forms: 'error' },
  },
  {
    name: '[T3.1c] a proxy that takes the Origin away and hides which page a form is on',
    plant: proxy(({ headers }) => ({ headers: { ...headers, origin: 'null' } })),
    turns: { forms: 'error' },
  },
  {
    name: '[T3.1c] a proxy that redirects forms',
    plant: (patient) => {
      patient.front = async (incoming, behind) =>
        incoming.url === '/cart/change'
          ? { status: 301, headers: { location: 'https://www.example.com/cart/change' }, body: '' }
          : behind(incoming)
    },
    turns: { forms: 'error' },
  },
]

describe('one mistake in a shop that is otherwise healthy turns its line and no other', () => {
  test.each(MISTAKES.map((mistake) => [mistake.name, mistake] as const))('%s', async (_, mistake) => {
    const { settings, plant, undo, turns } = mistake
    Object.assign(patient.settings, settings)
    await plant?.(patient)
    const sections = await diagnose().finally(() => undo?.())

    expect(findings(sections, 'warning', 'error')).toEqual(turns)
    expect(exitCode(sections)).toBe(Object.values(turns).includes('error') ? 2 : 1)
    const wrong = sections.flatMap(({ lines }) => lines).filter(({ check }) => check in turns)
    for (const { remedy } of wrong) expect(remedy?.zh).toMatch(/[\u4e00-\u9fff]/)
    const printed = report(sections, 'zh') + report(sections, 'en')
    expect(printed).not.toContain(patient.settings.ALIPAY_KEY?.slice(0, 12) || KEY)
    expect(printed).not.toContain(OLD_KEY.slice(0, 12))
  })

  test('there are thirty of them and more, each with a name of its own', () => {
    expect(new Set(MISTAKES.map(({ name }) => name)).size).toBe(MISTAKES.length)
    expect(MISTAKES.length).toBeGreaterThanOrEqual(30)
  })
})

test('the doctor says by how much the times of old events are off, and the statement that it names corrects them', async () => {
  const eventTimes = async () =>
    (await diagnose()).flatMap(({ lines }) => lines).find(({ check }) => check === 'event-times')
  await sql(...SHIFTED_EVENTS)
  try {
    const line = await eventTimes()
    expect(line?.found.en).toMatch(/^1 events of orders are 8 hours off/)
    await sql(line?.remedy?.en.replace(/^.*?: /, '') ?? '')
    expect(
      await query(
        `SELECT "kind", "createdAt" FROM "shop"."OrderEvent" WHERE "orderId" = 'shifted' ORDER BY 1`,
      ),
    ).toEqual([
      { kind: 'created', createdAt: new Date('2026-11-22T01:59:00Z') },
      { kind: 'paid', createdAt: new Date('2026-11-22T02:00:05.123Z') },
    ])
    expect(await eventTimes()).toMatchObject({ level: 'ok' })
  } finally {
    await sql(UNSHIFTED)
  }
})

test('the doctor leaves no message of its own in the log, and no other is missing from it', async () => {
  const post = (body: string, headers: Record<string, string>) =>
    patient.world.fetch('https://shop.example.com/api/alipay/notify', { method: 'POST', headers, body })
  const logged = () => query<{ id: string }>('SELECT "id" FROM "shop"."Notification" ORDER BY "id"')
  // what anybody can send who has read the source: with marks that the doctor has not made
  await post('', { [PROBE_HEADER]: `doctor-${'0'.repeat(24)}-p` })
  await post(`out_trade_no=doctor-${'0'.repeat(24)}-n`, {})
  const before = await logged()
  expect(before.length).toBeGreaterThanOrEqual(2)
  await diagnose()
  await diagnose()
  expect(await logged()).toEqual(before)
})

test.each(['', 'x', '20261129000000', 'doctor-', `doctor-${'g'.repeat(24)}-p`])(
  'the header of a probe cannot put a message under another order number: “%s”',
  (mark) => expect(probeMark(new Headers({ [PROBE_HEADER]: mark }))).toBeUndefined(),
)

test('everything of a broken installation at once is still a report', async () => {
  const silent = createServer().listen(0, '127.0.0.1') // accepts, and says nothing
  await once(silent, 'listening')
  const { port } = silent.address() as AddressInfo
  for (const origin of patient.doors.keys()) patient.doors.set(origin, port)
  patient.world.timeoutMs = 200
  patient.settings.DATABASE_URL = `postgresql://postgres@127.0.0.1:${port}/postgres`
  const sections = await diagnose()
  silent.close()
  expect(findings(sections, 'error')).toMatchObject({
    database: 'error',
    'gateway-answer': 'error',
    ...NOTIFY_PAGE,
  })
  expect(exitCode(sections)).toBe(2)
})

async function query<Row extends pg.QueryResultRow>(...statements: string[]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
  await client.connect()
  try {
    let rows: Row[] = []
    for (const statement of statements) rows = (await client.query<Row>(statement)).rows
    return rows
  } finally {
    await client.end()
  }
}

const sql = async (...statements: string[]) => void (await query(...statements))

/** For new sessions on a server; for all at once on the embedded database, which is a single session. */
const setReadOnly = (on: boolean) =>
  sql(
    'SET default_transaction_read_only = off',
    `ALTER DATABASE postgres SET default_transaction_read_only = ${on ? 'on' : 'off'}`,
    `SET default_transaction_read_only = ${on ? 'on' : 'off'}`,
  )
