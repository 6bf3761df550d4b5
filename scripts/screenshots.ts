// npm run screenshots [-- docs]: pictures of the pages, to look at or for the READMEs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { passwordIn } from '../e2e/merchant'
import { emptyDatabase, startServer } from '../e2e/servers'
import { build } from './build.js'
import { runCommand } from './command.js'
import { findChromium } from './find-chromium.js'
import { gallery, type Look } from './screenshots/gallery'
import { type Cookies, setStage, type Stage } from './screenshots/stage'

const SEAT = { port: 13195, databasePort: 15495 }
const FOLDER = 'test-results/screenshots'
/** The pictures of the READMEs: which page, and which part of it; else what a window shows of it. */
const DOCS: Readonly<Record<string, { shot: string; part?: string }>> = {
  home: { shot: 'shelf' },
  cashier: { shot: 'cashier' },
  order: { shot: 'order-paid' },
  trace: { shot: 'order-paid', part: 'section[aria-labelledby="trace-title"]' },
}

const usage = {
  zh: `npm run screenshots -- [docs] [--lang zh|en]

给每个页面拍照：三种宽度、两种配色、两种语言，存到 ${FOLDER}，用 index.html 看。docs：只拍 docs/images 里的图。`,
  en: `npm run screenshots -- [docs] [--lang zh|en]

Takes a picture of every page at three widths, in both themes and both languages, into ${FOLDER}, with an index.html
to look at them. docs: takes those of docs/images only.`,
}

const fileOf = (name: string, width: number, { theme, language }: Look) =>
  `${name}-${width}-${theme}-${language}.png`

void runCommand({ usage, accepts: (names) => ['', 'docs'].includes(names.join(' ')) }, async ({ names }) => {
  const isForDocs = names.includes('docs')
  const widths = [390, 768, 1280]
  const looks = (['zh', 'en'] as const).flatMap((language): Look[] => [
    { language, theme: 'light' },
    ...(isForDocs ? [] : [{ language, theme: 'dark' } as const]),
  ])
  build()
  emptyDatabase(SEAT.databasePort)
  rmSync(FOLDER, { recursive: true, force: true })
  mkdirSync(FOLDER, { recursive: true })
  const shop = await startServer(SEAT)
  const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
  try {
    const stage = await setStage(browser, shop.url, passwordIn(shop.output()))
    if (isForDocs) {
      for (const look of looks) await photographForDocs(browser, shop.url, stage, look)
      return 0
    }
    await Promise.all(looks.map((look) => photograph(browser, shop.url, stage, look, widths)))
    const names = stage.shots.map(({ name }) => name)
    writeFileSync(`${FOLDER}/index.html`, gallery(names, widths, looks, fileOf))
    console.log(`${names.length} pages in ${looks.length * widths.length} looks each: ${FOLDER}/index.html`)
    return 0
  } finally {
    await browser.close()
    await shop.stop()
  }
})

async function photographForDocs(browser: Browser, shopUrl: string, stage: Stage, look: Look) {
  for (const [picture, { shot, part }] of Object.entries(DOCS)) {
    const found = stage.shots.find(({ name }) => name === shot)
    if (!found) throw new Error(`There is no shot ${shot}.`)
    const page = await openPage(browser, shopUrl, stage.cookies[found.viewer], look)
    await page.setViewportSize({ width: 1280, height: 1000 })
    await page.goto(`${shopUrl}${found.path}`)
    const path = `docs/images/${picture}${look.language === 'zh' ? '' : `.${look.language}`}.png`
    await (part ? page.locator(part).screenshot({ path }) : page.screenshot({ path }))
    await page.context().close()
  }
}

/** A page in a context of its own, in which the cashier's last page stays. */
async function openPage(browser: Browser, shopUrl: string, cookies: Cookies, look: Look) {
  const context = await browser.newContext({ colorScheme: look.theme })
  await context.addCookies([...cookies, { name: 'language', value: look.language, url: shopUrl }])
  await context.route('**/api/alipay/return?*', (route) => route.fulfill({ status: 204 }))
  return context.newPage()
}

/** All shots in one look, in a context for each viewer. */
async function photograph(browser: Browser, shopUrl: string, stage: Stage, look: Look, widths: number[]) {
  for (const [viewer, theirs] of Object.entries(stage.cookies)) {
    const page = await openPage(browser, shopUrl, theirs, look)
    for (const { name, path } of stage.shots.filter((shot) => shot.viewer === viewer)) {
      await page.goto(`${shopUrl}${path}`)
      for (const width of widths) {
        await page.setViewportSize({ width, height: 800 })
        await page.screenshot({ path: `${FOLDER}/${fileOf(name, width, look)}`, fullPage: true })
      }
    }
    await page.context().close()
  }
}
