import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { comeBackByItself, confirmAndPay, logIn, payDirectly } from './buyer'
import { run } from './command'
import { openShop, SEATS } from './shops'
import { expect, test } from './test'

/** `npm run doctor` with the settings of a shop. */
const doctor = (settings: Record<string, string>, ...args: string[]) =>
  run('doctor.js', ['--lang', 'zh', ...args], settings)

const settingsOf = ({ port, databasePort }: { port: number; databasePort: number }) => ({
  PORT: String(port),
  DATABASE_PORT: String(databasePort),
})

test('[T2.1] [T5.2A] [F9] the doctor finds nothing wrong with the shop as it comes, and prints what a person has to look up', async ({
  shop,
}) => {
  expect(shop.url).toContain(String(SEATS.main.port))
  const { output, code } = await doctor(settingsOf(SEATS.main))
  expect(output).not.toMatch(/ (警告|错误|跳过) /)
  expect(output).toContain('✓ 正常 网关认得 partner，也认得用 key 做的签名')
  expect(output).toContain('✓ 正常 到 return_url 的字节原样收到')
  for (const address of ['121.0.26.11', '110.75.132.21', '110.75.136.2']) expect(output).toContain(address)
  expect(output.match(/第 \d 步/g)).toHaveLength(5)
  expect(output).not.toMatch(/\b[TF]\d/) // the numbers of requirements are for readers of the code
  expect(code).toBe(0)
})

test('[T5.2S] the doctor names a key that the gateway does not know, and does not print it', async ({
  shop,
}) => {
  expect(shop.url).toContain(String(SEATS.main.port))
  const key = 'anotheraccountskey0123456789abcd'
  const { output, code } = await doctor({ ...settingsOf(SEATS.main), ALIPAY_KEY: key }, '--lang', 'en')
  expect(output).toContain('✗ error the gateway refuses requests: ILLEGAL_SIGN')
  expect(output.match(/✗/g)).toHaveLength(1)
  expect(output).not.toContain(key.slice(0, 8))
  expect(code).toBe(2)
})

test('[T3.2a] with a broken setting the doctor names it, though no shop could run', async () => {
  const { output, code } = await doctor({ ALIPAY_PARTNER: 'shop@example.cn' })
  expect(output).toContain('✗ 错误 ALIPAY_PARTNER 填的是邮箱')
  expect(code).toBe(2)
})

test('where no shop runs the doctor says so and skips what needs it', async () => {
  const { output, code } = await doctor(settingsOf(SEATS.refused))
  expect(output).toContain(`! 警告 店没有运行：端口 ${SEATS.refused.port} 上没有程序`)
  expect(code).toBe(1)
})

test('[T5.2A] [T5.2IP] [T4.1] a signed-in merchant reads the same in the back office, with what to do', async ({
  merchant: page,
  shop,
}) => {
  await page.goto(`${shop.url}/merchant/doctor`)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('体检')
  const running = page.getByRole('listitem').filter({ hasText: '店在运行' })
  await expect(running).toBeHidden() // folded with all that is right
  await page
    .getByRole('region', { name: '页面' })
    .getByText(/项正常 ✓/)
    .click()
  await expect(running).toContainText('正常')
  await expect(page.getByRole('listitem').filter({ hasText: /警告|错误|跳过/ })).toHaveCount(0)
  await expect(page.getByRole('region', { name: '测试的五步' }).getByRole('listitem')).toHaveCount(5)
  await expect(page.getByRole('region', { name: '需人工确认' })).toContainText('110.75.136.2')
  await expect(page.getByRole('main')).not.toContainText(/\b[TF]\d/)
})

test('[T3.1g] [T4.5a] a purchase leaves the request, the notifications and the return in LOG_FILE, one line each', async ({
  page,
}) => {
  const folder = mkdtempSync(join(tmpdir(), 'danbao-log-'))
  const file = join(folder, 'shop.log')
  const server = await openShop(SEATS.mortal, { LOG_FILE: file })
  try {
    await payDirectly(page, server.url, { subject: '日志', amount: '0.01' })
    await logIn(page)
    await confirmAndPay(page)
    const orderNo = await comeBackByItself(page)
    const lines = () =>
      readFileSync(file, 'utf8')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as { msg: string; orderNo?: string; channel?: string })
        .filter((line) => line.orderNo === orderNo)
        .map(({ msg, channel }) => (channel ? `${msg} (${channel})` : msg))
    await expect
      .poll(() => lines().sort())
      .toEqual([
        'message received (notify)',
        'message received (notify)',
        'message received (return)',
        'request made',
      ])
    expect(server.output()).not.toContain('message received')
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true })
  }
})
