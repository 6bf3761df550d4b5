/**
 * npm run screenshots: every page at three widths, in both themes and both languages, into test-results/screenshots,
 * with an index.html to look at them. `npm run screenshots -- docs` takes the pictures of docs/images, in both languages.
 */
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { type Browser, chromium } from '@playwright/test'
import { passwordIn } from '../e2e/merchant'
import { emptyDatabase, startServer } from '../e2e/servers'
import { build } from './build.js'
import { findChromium } from './find-chromium.js'
import { gallery, type Look } from './screenshots/gallery'
import { setStage, type Shot, type Stage } from './screenshots/stage'

const SEAT = { port: 13195, databasePort: 15495 }
const FOLDER = 'test-results/screenshots'
/** The pictures of the READMEs, by the names of their shots. */
const DOCS: Readonly<Record<string, string>> = { shelf: 'shelf', 'order-paid': 'order' }
const isForDocs = process.argv[2] === 'docs'

const WIDTHS = isForDocs ? [1280] : [390, 768, 1280]
const LOOKS = (['zh', 'en'] as const).flatMap((language): Look[] => [
  { language, theme: 'light' },
  ...(isForDocs ? [] : [{ language, theme: 'dark' } as const]),
])

const fileOf = (name: string, width: number, { theme, language }: Look) =>
  `${name}-${width}-${theme}-${language}.png`

build()
emptyDatabase(SEAT.databasePort)
rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
const shop = await startServer(SEAT)
const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
try {
  const stage = await setStage(browser, shop.url, passwordIn(shop.output()))
  await Promise.all(LOOKS.map((look) => photograph(browser, stage, look)))
  const names = shotsOf(stage).map(({ name }) => name)
  writeFileSync(`${FOLDER}/index.html`, gallery(names, WIDTHS, LOOKS, fileOf))
  if (isForDocs)
    for (const look of LOOKS)
      for (const [shot, picture] of Object.entries(DOCS))
        copyFileSync(
          `${FOLDER}/${fileOf(shot, 1280, look)}`,
          `docs/images/${picture}${look.language === 'zh' ? '' : `.${look.language}`}.png`,
        )
  console.log(`${names.length} pages in ${LOOKS.length * WIDTHS.length} looks each: ${FOLDER}/index.html`)
} finally {
  await browser.close()
  await shop.stop()
}

function shotsOf({ shots }: Stage): Shot[] {
  return isForDocs ? shots.filter(({ name }) => name in DOCS) : shots
}

/** All shots in one look, in a context for each viewer. */
async function photograph(browser: Browser, stage: Stage, look: Look) {
  for (const [viewer, theirs] of Object.entries(stage.cookies)) {
    const context = await browser.newContext({ colorScheme: look.theme })
    await context.addCookies([...theirs, { name: 'language', value: look.language, url: shop.url }])
    await context.route('**/api/alipay/return?*', (route) => route.fulfill({ status: 204 })) // the paid page stays
    const page = await context.newPage()
    for (const { name, path } of shotsOf(stage).filter((shot) => shot.viewer === viewer)) {
      await page.goto(`${shop.url}${path}`)
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 800 })
        await page.screenshot({ path: `${FOLDER}/${fileOf(name, width, look)}`, fullPage: true })
      }
    }
    await context.close()
  }
}
