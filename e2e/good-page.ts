import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDTHS = [320, 390, 1280]

/** axe finds no violation, in light and dark, and no width from a small telephone to a desktop scrolls sideways. */
export async function expectGoodPage(page: Page) {
  await page.waitForLoadState() // also for the style sheet
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    expect(overflow, `sideways at ${width}`).toBeLessThanOrEqual(0)
  }
  expect(await violations(new AxeBuilder({ page }))).toEqual([])
  await page.emulateMedia({ colorScheme: 'dark' })
  expect(await violations(new AxeBuilder({ page }).withRules('color-contrast')), 'in the dark').toEqual([])
  await page.emulateMedia({ colorScheme: 'light' })
}

async function violations(axe: AxeBuilder) {
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
