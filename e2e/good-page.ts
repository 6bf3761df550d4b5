import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

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
  expect(await violations(new AxeBuilder({ page }))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(new AxeBuilder({ page }).withRules('color-contrast')), 'in the dark').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function violations(axe: AxeBuilder) {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
