import { expect, type Page } from '@playwright/test'
import axe, { type AxeResults, type RunOptions } from 'axe-core'

const WIDTHS = [320, 390, 1280]

/**
 * One title; axe finds no violation, in light and dark; no width from a small telephone to a desktop scrolls sideways. axe
 * needs a page with scripts.
 */
export async function expectGoodPage(page: Page) {
  await page.waitForLoadState() // also for the style sheet
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `sideways at ${width}`).toBeLessThanOrEqual(0)
  }
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1)
  // once for both themes, and not by AxeBuilder, which takes four times as long
  await page.evaluate(axe.source)
  expect(await violations(page, {})).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(page, { runOnly: ['color-contrast'] }), 'in the dark').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function violations(page: Page, options: RunOptions) {
  const all: RunOptions = { ...options, resultTypes: ['violations'], iframes: false }
  const { violations } = await page.evaluate<AxeResults>(`axe.run(document, ${JSON.stringify(all)})`)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
