// The gateway's own addresses on this machine (npm run sandbox:https), asked by clients that trust its authority only.
import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync, statSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { request } from 'node:https'
import { resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import iconv from 'iconv-lite'
import { run } from './command'
import { keep, startProgram } from './programs'
import { SEATS } from './shops'
import { expect, test as base } from './test'

const TLS_PORT = SEATS.mortal.port
const PLAIN_PORT = SEATS.refused.port
const CA = resolve('data/sandbox-https/ca.pem')
const PARTNER = '2088777766664444'
const KEY = 'Zx9Yw8Vu7Ts6Rq5Po4Nm3Lk2Ji1Hg0Fe'
const TIMESTAMP = `/gateway.do?service=query_timestamp&partner=${PARTNER}&_input_charset=gbk`

interface Listener {
  output: () => string
  stop: () => Promise<number | null>
}

const test = base.extend<object, { listener: Listener }>({
  listener: [
    async ({ shop, sandbox }, provide) => {
      await sandbox.register({
        partner: PARTNER,
        key: KEY,
        seller_email: 'seller@example.cn',
        charset: 'gbk',
        allowed_hosts: [],
      })
      const ports = ['--port', String(TLS_PORT), '--http-port', String(PLAIN_PORT)]
      const program = startProgram('scripts/sandbox-https.js', ports, { PORT: String(SEATS.main.port) })
      keep(program)
      const { child, ended } = program
      let output = ''
      const ready = new Promise<void>((resolve) => {
        for (const stream of [child.stdout, child.stderr])
          if (stream)
            createInterface(stream).on('line', (line) => {
              output += `${line}\n`
              if (line.includes(`hands over to the shop ${shop.url}`)) resolve()
            })
      })
      await Promise.race([
        ready,
        ended.then(() => {
          throw new Error(`sandbox:https ended:\n${output}`)
        }),
      ])
      const stop = async () => {
        child.kill('SIGINT')
        return ended
      }
      await provide({ output: () => output, stop })
      await stop()
    },
    { scope: 'worker' },
  ],
})

/** One request to the listener as a program sends it whose hosts file has the gateway's names. */
async function ask(
  path: string,
  { servername = 'mapi.alipay.com', body = '', ca = readFileSync(CA) as Buffer | null } = {},
) {
  const method = body ? 'POST' : 'GET'
  const headers = { host: servername, ...(body && { 'content-type': 'application/x-www-form-urlencoded' }) }
  const sent = request({
    host: '127.0.0.1',
    port: TLS_PORT,
    servername,
    ca: ca ?? undefined, // none: the authorities that Node knows
    path,
    method,
    headers,
    agent: false,
  }).end(body, 'latin1')
  const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  return { status: answer.statusCode, location: answer.headers.location, body: await text(answer) }
}

/** Bytes that no decoder touches: one character per byte. */
const gbk = (value: string) => iconv.encode(value, 'gbk').toString('latin1')
const percent = (bytes: string) =>
  [...Buffer.from(bytes, 'latin1')].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')

function signedForm() {
  const fields = {
    service: 'create_partner_trade_by_buyer',
    partner: PARTNER,
    _input_charset: 'gbk',
    out_trade_no: `https-${Date.now()}`,
    subject: gbk('绿茶 & 红茶+“50%”'),
    payment_type: '1',
    price: '0.01',
    quantity: '1',
    logistics_type: 'EXPRESS',
    logistics_fee: '0.00',
    logistics_payment: 'SELLER_PAY',
    seller_email: 'seller@example.cn',
  }
  const toSign = Object.entries(fields)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&')
  const sign = createHash('md5')
    .update(Buffer.from(toSign + KEY, 'latin1'))
    .digest('hex')
  return Object.entries({ ...fields, sign, sign_type: 'MD5' })
    .map(([name, value]) => `${name}=${percent(value)}`)
    .join('&')
}

test('the old addresses lead to the sandbox over TLS that is verified, every byte as it was sent', async ({
  listener,
  shop,
}) => {
  expect(listener.output()).toContain('127.0.0.1 mapi.alipay.com www.alipay.com notify.alipay.com')
  expect((await ask(TIMESTAMP)).body).toContain('<is_success>T</is_success>')
  const old = TIMESTAMP.replace('/gateway.do', '/cooperate/gateway.do')
  expect((await ask(old, { servername: 'www.alipay.com' })).body).toContain('<is_success>T</is_success>')
  const verify = `/trade/notify_query.do?partner=${PARTNER}&notify_id=${'f'.repeat(34)}`
  expect(await ask(verify, { servername: 'notify.alipay.com' })).toMatchObject({ status: 200, body: 'false' })
  // a browser goes on at the shop's own address, where the links and cookies of the cashier are
  const cashier = new RegExp(`^${shop.url}/sandbox/cashier/`)
  const posted = await ask('/gateway.do?_input_charset=gbk', { body: signedForm() })
  expect(posted.location).toMatch(cashier)
  expect(await (await fetch(posted.location ?? '')).text()).toContain('绿茶 &amp; 红茶+“50%”')
  expect((await ask(`/gateway.do?${signedForm()}`)).location).toMatch(cashier)
  expect(await ask('/sandbox/console')).toMatchObject({
    status: 302,
    location: `${shop.url}/sandbox/console`,
  })
  expect((await ask('/elsewhere')).status).toBe(404)
})

test('programs that verify a notification over http find that address, too', async ({ listener }) => {
  expect(listener.output()).toContain(`http://127.0.0.1:${PLAIN_PORT}`)
  const path = `/trade/notify_query.do?partner=${PARTNER}&notify_id=${'f'.repeat(34)}`
  const sent = httpRequest({
    host: '127.0.0.1',
    port: PLAIN_PORT,
    path,
    headers: { host: 'notify.alipay.com' },
  }).end()
  const [answer] = (await once(sent, 'response')) as [import('node:http').IncomingMessage]
  expect(await text(answer)).toBe('false')
})

test('the certificate is for these names only, and for those who trust its authority', async ({
  listener,
}) => {
  expect(listener.output()).not.toBe('')
  await expect(ask(TIMESTAMP, { servername: 'www.example.com' })).rejects.toThrow(/altnames/)
  await expect(ask(TIMESTAMP, { servername: 'openapi.alipay.com' })).rejects.toThrow(/altnames/)
  await expect(ask(TIMESTAMP, { ca: null })).rejects.toThrow(/certificate/)
  if (process.platform !== 'win32')
    expect(statSync('data/sandbox-https/gateway.key').mode & 0o777).toBe(0o600)
})

const PYTHON = `
import socket, sys
resolve = socket.getaddrinfo
socket.getaddrinfo = lambda host, port, *rest, **more: resolve('127.0.0.1', ${TLS_PORT}, *rest, **more)
`
const PYTHON_STRICT = `${PYTHON}
import ssl, urllib.request
context = ssl.create_default_context()
context.verify_flags |= ssl.VERIFY_X509_STRICT
print(urllib.request.urlopen('https://mapi.alipay.com${TIMESTAMP}', context=context).read().decode())`
const PYTHON_REQUESTS = `${PYTHON}
import requests
print(requests.get('https://mapi.alipay.com${TIMESTAMP}').text)`
const PHP_CURL = `$c = curl_init('https://mapi.alipay.com:${TLS_PORT}${TIMESTAMP}');
curl_setopt($c, CURLOPT_RESOLVE, ['mapi.alipay.com:${TLS_PORT}:127.0.0.1']);
curl_setopt($c, CURLOPT_SSL_VERIFYHOST, 2);
curl_exec($c) or fwrite(STDERR, curl_error($c));`
const PHP_STREAM = `echo file_get_contents('https://127.0.0.1:${TLS_PORT}${TIMESTAMP}', false,
stream_context_create(['ssl' => ['peer_name' => 'mapi.alipay.com']]));`
const NODE = `require('https').get({ host: '127.0.0.1', port: ${TLS_PORT}, servername: 'mapi.alipay.com', path: '${TIMESTAMP}' },
(answer) => answer.pipe(process.stdout)).on('error', (error) => { console.error(error); process.exit(1) })`
const CURL = [
  '-sS',
  '--resolve',
  `mapi.alipay.com:${TLS_PORT}:127.0.0.1`,
  `https://mapi.alipay.com:${TLS_PORT}${TIMESTAMP}`,
]

/** The ways of docs/sandbox.md to trust the authority. */
const CLIENTS: [string, string, string[], Record<string, string>, probe?: string[]][] = [
  ['curl', 'curl', ['--cacert', CA, ...CURL], {}],
  [
    'PHP with curl',
    'php',
    ['-d', `curl.cainfo=${CA}`, '-r', PHP_CURL],
    {},
    ['-r', 'exit(extension_loaded("curl") ? 0 : 1);'],
  ],
  [
    'PHP without',
    'php',
    ['-d', `openssl.cafile=${CA}`, '-r', PHP_STREAM],
    {},
    ['-r', 'exit(extension_loaded("openssl") ? 0 : 1);'],
  ],
  ['Python, strictly', 'python3', ['-c', PYTHON_STRICT], { SSL_CERT_FILE: CA }],
  [
    'Python with requests',
    'python3',
    ['-c', PYTHON_REQUESTS],
    { REQUESTS_CA_BUNDLE: CA },
    ['-c', 'import requests'],
  ],
  ['Node', process.execPath, ['-e', NODE], { NODE_EXTRA_CA_CERTS: CA }],
]

const execute = (program: string, args: string[], env: Record<string, string> = {}) =>
  new Promise<{ code: number; output: string }>((resolve) => {
    const child = execFile(program, args, { env: { ...process.env, ...env } }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode ?? -1, output: stdout + stderr }),
    )
  })

for (const [name, program, args, env, probe = ['--version']] of CLIENTS)
  test(`${name} asks the gateway by its own name`, async ({ listener }) => {
    expect(listener.output()).not.toBe('')
    test.skip((await execute(program, probe)).code !== 0, 'not installed')
    expect((await execute(program, args, env)).output).toContain('<is_success>T</is_success>')
  })

test('without a shop, without rights and at its end it says so in a sentence', async ({ listener }) => {
  const none = await run('sandbox-https.js', [], { PORT: '13' })
  expect(none).toMatchObject({ code: 1, output: expect.stringContaining('Start the shop first (npm start)') })
  const taken = await run('sandbox-https.js', ['--port', String(TLS_PORT)], { PORT: String(SEATS.main.port) })
  expect(taken.output).toContain(
    `Port ${TLS_PORT} is in use: stop what listens there, or choose another with --port.`,
  )
  expect(taken.code).toBe(1)
  expect(await listener.stop()).toBe(0)
})
