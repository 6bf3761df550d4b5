/**
 * `npm run bench:pages`: quality and weight of the pages. Lighthouse visits each page five times, in a production build on an
 * empty database. Prints the medians, then the aims that were missed; the exit code is 1 if there are any. The scores are
 * for Lighthouse's default, a telephone on a slow network (simulated); the largest paint is observed on loopback.
 */
import { type BrowserContext, chromium } from '@playwright/test'
import { goToCashier, order, untilDelivered } from '../e2e/buyer'
import { sandboxAt } from '../e2e/sandbox'
import { emptyDatabase, startServer } from '../e2e/servers'
import { build } from '../scripts/build.js'
import { findChromium } from '../scripts/find-chromium.js'
import { serveEmptyPage } from './empty-page'
import { CATEGORIES, type Visit, visitPage } from './visit-page'

const RUNS = 5
const SEAT = { port: 13190, databasePort: 15490 }
const EMPTY_PORT = 13191
const DEBUGGING_PORT = 13192

/** Scores, 0 to 100, in the order of CATEGORIES. */
const SCORES_AIM = [98, 100, 100, 100]
const LCP_AIM_MS = 1000
/** Bytes beyond those of an empty page. */
const SCRIPTS_AIM = 15_000
/** All bytes of the cashier, which is no page of the shop and needs no script. */
const CASHIER_AIM = 10_000

interface Page {
  name: string
  url: string
  /** Whether search engines may read it; they may not read one person's pages. */
  forSearch: boolean
}

build()
const browser = await chromium.launchPersistentContext('', {
  executablePath: findChromium(),
  args: [`--remote-debugging-port=${DEBUGGING_PORT}`, '--no-sandbox'],
})
const empty = await serveEmptyPage(EMPTY_PORT)
const emptyVisit = medianOf(await visits(empty.url, true).finally(empty.stop))
emptyDatabase(SEAT.databasePort)
const shop = await startServer(SEAT)
try {
  await measure(await pagesOf(browser, shop.url), emptyVisit)
} finally {
  await shop.kill() // the connections that Lighthouse leaves open would hold up a stop
}
process.exit() // and so would they the browser, which goes with its process

/** The shelf, a product, the tutorial and a chapter of it, the checkout, a paid order with its messages, and the cashier of another. */
async function pagesOf(browser: BrowserContext, shopUrl: string): Promise<Page[]> {
  const page = await browser.newPage()
  const product = `${shopUrl}/products/gaiwan`
  await page.goto(product)
  await page.getByRole('button', { name: '立即购买' }).click()
  await page.waitForURL('**/checkout?*')
  const checkout = page.url()
  const paid = await order(page, shopUrl)
  await goToCashier(page)
  await sandboxAt(shopUrl).pay(paid)
  await untilDelivered(sandboxAt(shopUrl), paid, 2)
  await order(page, shopUrl)
  await goToCashier(page)
  const cashier = page.url()
  await page.close()
  return [
    { name: 'shelf', url: shopUrl, forSearch: true },
    { name: 'product', url: product, forSearch: true },
    { name: 'learn', url: `${shopUrl}/learn`, forSearch: true },
    { name: 'chapter', url: `${shopUrl}/learn/three-steps`, forSearch: true },
    { name: 'checkout', url: checkout, forSearch: false },
    { name: 'order', url: `${shopUrl}/orders/${paid}`, forSearch: false },
    { name: 'cashier', url: cashier, forSearch: false },
  ]
}

async function visits(url: string, forSearch: boolean): Promise<Visit[]> {
  const found: Visit[] = []
  for (let run = 0; run < RUNS; run++) found.push(await visitPage(url, DEBUGGING_PORT, forSearch))
  return found
}

async function measure(pages: Page[], emptyVisit: Visit) {
  const emptyScripts = emptyVisit.bytes.scripts
  const rows = [rowOf('empty', emptyVisit)]
  const complaints: string[] = []
  for (const { name, url, forSearch } of pages) {
    const found = await visits(url, forSearch)
    const middle = medianOf(found)
    rows.push(rowOf(name, middle))
    for (const words of missed(name, middle, emptyScripts)) complaints.push(`${name}: ${words}`)
    const audits = new Set(found.flatMap((visit) => visit.complaints))
    if (audits.size > 0) console.log(`${name} lost points by ${[...audits].join(', ')}`)
  }
  const head = ['', CATEGORIES.join(' / '), 'LCP', 'CLS', 'scripts', 'HTML', 'CSS', 'pictures', 'in all']
  const aims = [
    'aim',
    SCORES_AIM.join(' / '),
    `< ${LCP_AIM_MS} ms`,
    '0',
    kilobytes(emptyScripts + SCRIPTS_AIM),
    ...['', '', '', `cashier ${kilobytes(CASHIER_AIM)}`],
  ]
  printTable([head, ...rows, aims])
  console.log(
    'The empty page has no styles and no picture: its row is what this Next and this machine cost by themselves.',
  )
  console.log('Checkout, order and cashier are closed to search engines, and not audited for being it.')
  for (const words of complaints) console.error(`missed: ${words}`)
  process.exitCode = complaints.length > 0 ? 1 : 0
}

function medianOf(visits: Visit[]): Visit {
  const middle = (figure: (visit: Visit) => number) =>
    visits.map(figure).sort((a, b) => a - b)[Math.floor(visits.length / 2)] ?? NaN
  return {
    scores: CATEGORIES.map((_, index) => middle(({ scores }) => scores[index] ?? NaN)),
    lcpMs: middle(({ lcpMs }) => lcpMs),
    cls: middle(({ cls }) => cls),
    bytes: {
      html: middle(({ bytes }) => bytes.html),
      css: middle(({ bytes }) => bytes.css),
      scripts: middle(({ bytes }) => bytes.scripts),
      pictures: middle(({ bytes }) => bytes.pictures),
      total: middle(({ bytes }) => bytes.total),
    },
    complaints: [],
  }
}

function missed(name: string, { scores, lcpMs, cls, bytes }: Visit, emptyScripts: number): string[] {
  const below = CATEGORIES.flatMap((category, index) => {
    const [score = 0, aim = 100] = [scores[index], SCORES_AIM[index]]
    return score < aim ? [`${category} ${score}`] : []
  })
  return [
    ...below,
    ...(lcpMs < LCP_AIM_MS ? [] : [`LCP ${Math.round(lcpMs)} ms`]),
    ...(cls === 0 ? [] : [`CLS ${cls}`]),
    ...(bytes.scripts <= emptyScripts + SCRIPTS_AIM ? [] : [`scripts ${kilobytes(bytes.scripts)}`]),
    ...(name !== 'cashier' || bytes.total <= CASHIER_AIM ? [] : [`${kilobytes(bytes.total)} in all`]),
  ]
}

function rowOf(name: string, { scores, lcpMs, cls, bytes }: Visit): string[] {
  const sizes = [bytes.scripts, bytes.html, bytes.css, bytes.pictures, bytes.total]
  return [name, scores.join(' / '), `${Math.round(lcpMs)} ms`, cls.toFixed(3), ...sizes.map(kilobytes)]
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}

function printTable(rows: string[][]) {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? []
  for (const row of rows)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
}
