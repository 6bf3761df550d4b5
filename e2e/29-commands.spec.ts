import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { AlipaySdk } from 'alipay-sdk'
import { isFree } from '../scripts/port.js'
import { run } from './command'
import { emptyDatabase, startServer } from './servers'
import { SEATS } from './shops'
import { expect, test } from './test'

const OTHER = SEATS.refused
const COMMANDS = [
  'start.js',
  'doctor.js',
  'reconcile.ts',
  'scenario.ts',
  'merchant-password.ts',
  'sandbox-https.js',
]
const ALL = [
  ...COMMANDS,
  ...['db-migrate.ts', 'db-seed.ts', 'db-reset.ts', 'db-studio.ts'],
  ...['db-backup.ts', 'db-restore.ts', 'db-retention.ts'],
  ...['test.js', 'bench.js', 'check-node.ts', 'screenshots.ts'],
]

test('with its PORT alone a command finds the running shop, its database and its account', async ({
  shop,
  gbkShop,
}) => {
  const { port, databasePort } = SEATS.main
  const reconciled = await run('reconcile.ts', ['--dry-run'], { PORT: String(port) })
  expect(reconciled.output).toMatch(
    new RegExp(`Shop ${shop.url} \\(process \\d+\\), database data/${databasePort}`),
  )
  expect(reconciled.code).toBe(0)
  const seeded = await run('db-seed.ts', [], { DATABASE_PORT: String(databasePort) })
  expect(seeded.output).toContain(`Shop ${shop.url} `)
  expect(seeded.output).toMatch(new RegExp(`data/${databasePort}: has \\d+ products`))
  // the account of a shop that was started with one; its key is nowhere but with that shop
  const { output } = await run('doctor.js', [], { SHOP_URL: gbkShop.url })
  expect(output).toContain(`Shop ${gbkShop.url} `)
  expect(output.match(/\w+ is missing or empty/g)).toEqual(['ALIPAY_KEY is missing or empty'])
  const played = await run('scenario.ts', ['closed-by-seller'], { PORT: String(port) })
  expect(played).toMatchObject({ code: 0, output: expect.stringContaining(`${shop.url}/orders/`) })
  expect(played.output).toContain('unpaid, and closed by the seller')
})

test('with nothing set a command takes the shop that was started last, and names the others', async ({
  shop,
  gbkShop,
}) => {
  const { output } = await run('db-seed.ts') // whose shop it is, and whether it still runs, depends on the other chapters
  expect(output).toMatch(/^Shop http:\/\/127\.0\.0\.1:\d+ /m)
  for (const url of [shop.url, gbkShop.url]) expect(output).toContain(new URL(url).port)
  expect(output).toContain('It is the one started last; to choose another, set PORT=')
})

test('what a killed shop left in data/running is not believed', async ({ shop }) => {
  const remains = { host: '127.0.0.1', databasePort: OTHER.databasePort, settings: {} }
  const shopUrl = `http://127.0.0.1:${OTHER.port}`
  const startedAt = new Date(Date.now() + 60_000).toISOString()
  // of a process that is gone, and of one whose number is another program's now
  const files = [2 ** 30, process.pid].map((pid) => {
    mkdirSync('data/running', { recursive: true })
    const file = `data/running/${pid}.json`
    writeFileSync(file, JSON.stringify({ ...remains, shopUrl, startedAt, port: OTHER.port, pid }))
    return file
  })
  try {
    const { output } = await run('reconcile.ts', ['--dry-run'], { PORT: String(OTHER.port) })
    expect(output).toContain(
      'No shop with these settings is running; those of this folder that run have PORT=',
    )
    expect(output).toContain(`PORT=${new URL(shop.url).port}`)
    expect(existsSync(`data/running/${2 ** 30}.json`)).toBe(false)
  } finally {
    for (const file of files) rmSync(file, { force: true })
  }
})

for (const command of ['reconcile.ts', 'merchant-password.ts', 'db-studio.ts', 'db-reset.ts'])
  test(`${command} makes no empty database where there is none, and names those that there are`, async ({
    shop,
  }) => {
    expect(shop.url).toContain(String(SEATS.main.port))
    emptyDatabase(OTHER.databasePort) // another chapter's shop may have left one
    const { output, code } = await run(command, [], {
      PORT: String(OTHER.port),
      DATABASE_PORT: String(OTHER.databasePort),
    })
    expect(output).toContain(
      `there is no database data/${OTHER.databasePort}, but data/ has those of the ports `,
    )
    expect(output).toContain(String(SEATS.main.databasePort))
    expect(code).not.toBe(0)
    expect(existsSync(`data/${OTHER.databasePort}`)).toBe(false)
  })

test("db:seed makes no database of the default port beside others', unless it is named", async () => {
  test.skip(existsSync('data/54329'), 'this clone has a database of the default port')
  const { output, code } = await run('db-seed.ts', [], { PORT: String(OTHER.port) })
  const missing = 'there is no database data/54329, but data/ has those of the ports'
  const another = 'What answers on port 54329 is no database of this folder' // of another clone's shop
  const expected = (await isFree(54329)) ? [missing] : [missing, another]
  expect(output).toMatch(new RegExp(expected.join('|')))
  expect(existsSync('data/54329')).toBe(false)
  expect(code).toBe(1)
})

for (const command of ALL)
  test(`${command} refuses what it does not know, with its usage, in the language of the terminal`, async () => {
    const chinese = await run(command, ['--no-such-option'], {
      LC_ALL: '',
      LC_MESSAGES: '',
      LANG: 'zh_CN.UTF-8',
    })
    expect(chinese.output).toContain('没有这个选项：--no-such-option\n\n用法: npm ')
    expect(chinese.code).toBe(2)
    const english = await run(command, ['one', 'two', '--lang', 'en'], { LC_ALL: 'zh_CN.UTF-8' })
    expect(english.output).toContain('These arguments are wrong: one two\n\nUsage: npm ')
    expect(english.code).toBe(2)
    const help = await run(command, ['--help'], {
      LC_ALL: '',
      LC_MESSAGES: 'en_US.UTF-8',
      LANG: 'zh_CN.UTF-8',
    })
    expect(help.output).toMatch(/^Usage: npm /)
    expect(help.code).toBe(0)
  })

test('--lang knows two languages', async () => {
  const { output, code } = await run('reconcile.ts', ['--lang', 'fr'])
  expect(output).toContain('--lang must be zh or en')
  expect(code).toBe(2)
})

test('npm run scenario with a name that is none lists the scenarios', async () => {
  const { output, code } = await run('scenario.ts', ['nope'])
  expect(output).toMatch(
    /^There is no scenario nope\. There are:\n\nclosed-by-seller +unpaid, and closed by the seller/,
  )
  expect(output).toContain('virtual-goods')
  expect(code).toBe(2)
})

test('[T3.2] the start tells all wrong settings at once, in the language of the terminal', async () => {
  const settings = { PORT: '0', ALIPAY_PARTNER: '2088', ALIPAY_SANDBOX: 'yes' }
  const english = await run('start.js', [], settings)
  expect(english.output.trim().split('\n')).toEqual([
    expect.stringMatching(/^PORT must be /),
    expect.stringMatching(/^ALIPAY_PARTNER has 4 digits/),
    expect.stringMatching(/^ALIPAY_SANDBOX must be demo or alone/),
  ])
  expect(english.code).toBe(1)
  const chinese = await run('start.js', ['--lang', 'zh'], settings)
  expect(chinese.output).toMatch(
    /^PORT 要写 .*\nALIPAY_PARTNER 有 4 位数字.*\nALIPAY_SANDBOX 只能写 demo 或 alone/,
  )
})

test('npm run gateway is the sandbox alone: its printed settings pay, and there is no shop', async () => {
  emptyDatabase(OTHER.databasePort)
  const gateway = await startServer({ ...OTHER, args: ['gateway'] })
  const origin = `http://127.0.0.1:${OTHER.port}`
  expect(gateway.url).toBe(`${origin}/sandbox/gateway.do`)
  const printed = (name: string) => new RegExp(`^  ${name}: (.*)$`, 'm').exec(gateway.output())?.[1] ?? ''
  const sdk = new AlipaySdk({
    appId: printed('app_id'),
    keyType: 'PKCS1',
    privateKey: printed('private key, PKCS#1'),
    alipayPublicKey: printed('Alipay’s public key'),
    gateway: printed('gateway'),
  })
  const order = { out_trade_no: 'A1', total_amount: '0.01', subject: 'tea' }
  const urls = { notifyUrl: 'http://127.0.0.1:9/notify' }
  const made = await sdk.exec(
    'alipay.trade.precreate',
    { bizContent: order, ...urls },
    { validateSign: true },
  )
  expect(made).toMatchObject({ code: '10000', qrCode: expect.stringContaining(`${origin}/sandbox/cashier/`) })
  expect((await fetch(`${origin}/sandbox/api/trades/A1/pay`, { method: 'POST' })).status).toBe(200)
  const asked = await sdk.exec('alipay.trade.query', { bizContent: order }, { validateSign: true })
  expect(asked).toMatchObject({ tradeStatus: 'TRADE_SUCCESS' })
  for (const path of ['/', '/merchant', '/products/test-tea']) {
    const answer = await fetch(origin + path, { redirect: 'manual' })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sandbox/console'])
  }
  expect((await fetch(`${origin}/sandbox/console`)).status).toBe(200)
  expect(gateway.output()).not.toContain('Back office')
  await gateway.stop()
})
