import { spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Page } from '@playwright/test'
import { listLessons, readScenario } from '../scenarios/scenario'
import { stateOf } from './buyer'
import { expectGoodEnglish, speakEnglish } from './english'
import { expectGoodPage } from './good-page'
import { expect, test } from './test'

test('the contents lead through every chapter, in both languages, without scripts', async ({
  browser,
  shop,
}) => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'zh-CN' })
  const page = await context.newPage()
  await page.goto(`${shop.url}/learn`)
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: '第 12 章' })).toBeVisible()
  await page
    .getByRole('link', { name: /三方三条路/ })
    .first()
    .click()
  for (let chapter = 1; chapter < 12; chapter++) {
    await expect(page.locator('article > p').first()).toContainText(`第 ${chapter} 章`)
    await page.getByRole('link', { name: /下一章/ }).click()
  }
  await page.getByRole('button', { name: 'English' }).click()
  await expect(page.locator('article > p').first()).toContainText('Chapter 12')
  await context.close()
})

test('a chapter is there for everybody', async ({ page, shop }) => {
  for (const path of [
    '/learn',
    '/learn/three-steps',
    '/learn/glossary',
    '/learn/errors',
    '/learn/errors/ILLEGAL_SIGN',
    '/learn/sign',
  ]) {
    await page.goto(shop.url + path)
    await expectGoodPage(page)
  }
  await speakEnglish(page, shop.url)
  for (const path of ['/learn', '/learn/order-of-states', '/learn/errors/charset_differs']) {
    await page.goto(shop.url + path)
    await expectGoodEnglish(page)
  }
})

test('code is the file’s, with its place, and a heading has an address', async ({ page, shop }) => {
  await page.goto(`${shop.url}/learn/three-steps`)
  const figure = page
    .getByRole('figure')
    .filter({ hasText: /\.ts · / })
    .first()
  const place = (await figure.locator('figcaption').textContent()) ?? ''
  const [, file = '', from, to] = /([\w()[\]./-]+\.ts) · 第 (\d+)–(\d+) 行/.exec(place) ?? []
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .slice(Number(from) - 1, Number(to))
  const shown = (await figure.locator('code').textContent()) ?? ''
  expect(shown.replace(/\s+/g, ' ').trim()).toBe(lines.join('\n').replace(/\s+/g, ' ').trim())
  const heading = page.locator('article h2[id]').first()
  await heading.getByRole('link').click()
  await expect(page).toHaveURL(new RegExp(`#${await heading.getAttribute('id')}$`))
})

for (const name of listLessons()) {
  const { title, covers, end } = readScenario(name)
  test(`${covers.map((id) => `[${id}]`).join(' ')} a lesson ends as told: ${title.en}`, async ({
    page,
    shop,
  }) => {
    await page.goto(`${shop.url}${chapterWith(name)}`)
    const lesson = page
      .locator('form[action="/learn/try"]')
      .filter({ has: page.locator(`input[value="${name}"]`) })
    await lesson.first().getByRole('button', { name: '演一遍' }).click()
    await expect(page).toHaveURL(/\/orders\/\d{24}$/)
    await expect(stateOf(page)).toHaveText(end.state)
    await expectVerdicts(page, end.verdicts ?? {})
    await expect(page.getByRole('region', { name: '进度' }).getByRole('listitem')).toHaveCount(
      end.events.length,
    )
  })
}

async function expectVerdicts(page: Page, verdicts: Record<string, number>) {
  const log = page.getByRole('region', { name: '通知记录' })
  for (const [verdict, count] of Object.entries(verdicts))
    await expect(
      log.getByRole('listitem').filter({ has: page.getByText(verdict, { exact: true }) }),
    ).toHaveCount(count)
}

/** The page whose button plays a scenario: a chapter, or that of an error code. */
function chapterWith(scenario: string): string {
  for (const name of readdirSync('learn/zh'))
    if (readFileSync(`learn/zh/${name}`, 'utf8').includes(`scenario="${scenario}"`))
      return `/learn/${name.replace(/^\d+-|\.mdx$/g, '')}`
  const found = /^ {2}(\w+): \{ scenario: '([\w/-]+)' \}/gm
  const source = readFileSync('app/(shop)/learn/errors/provoke.ts', 'utf8')
  const [, code] = Array.from(source.matchAll(found)).find(([, , name]) => name === scenario) ?? []
  if (!code) throw new Error(`No page plays ${scenario}`)
  return `/learn/errors/${code}`
}

/** The fenced blocks of a text's <Try>s that are run, in their order, each with what it has to print. */
function stepsOf(source: string) {
  const tries = Array.from(source.matchAll(/<Try>([^]*?)<\/Try>/g), ([, inside = '']) => inside)
  return tries.flatMap((inside) =>
    Array.from(
      inside.matchAll(/```sh\n([^]*?)```\s*```output\n([^]*?)```/g),
      ([, lines = '', output = '']) => ({ lines, output }),
    ),
  )
}

const MARK = '--- next step ---'

/** Runs pieces for a shell one after the other in one sh, with the tutorial's helper. Returns what each has printed. */
async function runShell(shopUrl: string, pieces: string[]) {
  const folder = mkdtempSync(join(tmpdir(), 'danbao-learn-'))
  const script = [
    `B=${shopUrl}`,
    `. ${process.cwd()}/public/learn.sh`,
    ...pieces.flatMap((piece) => [piece, `echo '${MARK}'`]),
  ]
  const shell = spawn('sh', ['-c', script.join('\n')], {
    cwd: folder,
    env: { ...process.env, LC_ALL: 'C.UTF-8' },
  })
  const [out] = await Promise.all([text(shell.stdout), text(shell.stderr)])
  rmSync(folder, { recursive: true })
  return out.split(`${MARK}\n`)
}

/** Each line has to be there in this order; `…` stands for anything. */
function expectLines(printed: string, output: string, where: string) {
  let rest = printed
  for (const line of output.split('\n').filter((line) => line.trim())) {
    const pattern = new RegExp(
      line
        .trim()
        .split('…')
        .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
        .join('.*'),
    )
    const found = pattern.exec(rest)
    expect(found, `${where}: ${line}\nprinted:\n${printed}`).not.toBeNull()
    rest = rest.slice((found?.index ?? 0) + (found?.[0].length ?? 0))
  }
}

for (const language of ['zh', 'en'])
  test(`every line for a terminal prints what the page says, ${language}`, async ({ shop }) => {
    const names = readdirSync(`learn/${language}`)
    await Promise.all(
      names.map(async (name) => {
        const steps = stepsOf(readFileSync(`learn/${language}/${name}`, 'utf8'))
        const printed = await runShell(
          shop.url,
          steps.map(({ lines }) => lines),
        )
        for (const [index, { output }] of steps.entries())
          expectLines(printed[index] ?? '', output, `learn/${language}/${name}`)
      }),
    )
  })

test('[T5.1] the page of an error code has lines that provoke it, and the error page links to it', async ({
  page,
  shop,
}) => {
  await page.goto(`${shop.url}/learn/errors`)
  const codes = await page
    .getByRole('region', { name: '网关的错误代码（旧接口）' })
    .getByRole('link')
    .allTextContents()
  const pieces: string[] = []
  for (const code of codes) {
    const html = await (await page.request.get(`${shop.url}/learn/errors/${code}`)).text()
    const [, lines = ''] = Array.from(
      html.matchAll(/<pre tabindex="0">([^<]*)<\/pre>/gi),
      ([, shown = '']) => shown,
    )
    pieces.push(unescaped(lines))
  }
  const printed = await runShell(shop.url, pieces)
  const missed = codes.filter((code, index) => !(printed[index] ?? '').split('\n').includes(code))
  expect(missed).toEqual([])

  await page.goto(`${shop.url}/sandbox/gateway.do?service=x`)
  await page.getByRole('link', { name: /关于这个代码的一页/ }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('ILLEGAL_SERVICE')
})

test('the lines of lib/sandbox/README.md connect a merchant and lead a trade to its end', async ({
  shop,
}) => {
  const [, lines = ''] = /```sh\n([^]*?)```/.exec(readFileSync('lib/sandbox/README.md', 'utf8')) ?? []
  const [printed = ''] = await runShell(shop.url, [`set -e\n${lines}`])
  const [merchant = '', front, fault = '', end] = printed.trim().split('\n')
  expect(JSON.parse(merchant)).toMatchObject({ partner: '2088000000000097' })
  expect(front).toBe('303')
  expect(JSON.parse(fault)).toMatchObject({ kind: 'duplicate' })
  expect(end).toBe('"trade_status":"TRADE_FINISHED"')
})

const ENTITIES: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
const unescaped = (html: string) => html.replace(/&([#\w]+);/g, (all, name: string) => ENTITIES[name] ?? all)

test('[F1a] the workbench shows each step to the sign, and says what is wrong with one', async ({
  page,
  shop,
}) => {
  const requests: string[] = []
  page.on('request', (request) =>
    requests.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  )
  await page.goto(`${shop.url}/learn/sign`)
  await page
    .getByLabel(/^参数/)
    .fill('email=test%40msn.com&partner=2088006300000000&service=create_direct_pay_by_user&a=')
  await page.getByLabel(/^安全校验码/).fill('1234567890123')
  const result = (name: string) => page.locator(`[data-result="${name}"]`)
  await expect(result('text')).toHaveText(
    'email=test@msn.com&partner=2088006300000000&service=create_direct_pay_by_user',
  )
  await expect(result('sign-utf-8')).toHaveText(/^390649c0/)
  await page.getByLabel(/^参数/).fill('subject=龙井&b=2&sign=00000000000000000000000000000000')
  await expect(page.getByRole('status')).toContainText('您贴的 sign 不对')
  expect(await result('sign-gbk').textContent()).not.toBe(await result('sign-utf-8').textContent())
  await page.getByRole('button', { name: '生成一对密钥' }).click()
  await expect(result('rsa2')).toHaveText(/^[\w+/]{342}==$/)
  expect(
    requests.filter((request) => /1234567890123|test@msn|390649c0/.test(decodeURIComponent(request))),
  ).toEqual([])
})
