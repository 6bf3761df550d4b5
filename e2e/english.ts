import { expect, type Page } from '@playwright/test'
import { expectGoodPage } from './good-page'

export async function speakEnglish(page: Page, shopUrl: string) {
  await page.context().addCookies([{ name: 'language', value: 'en', url: shopUrl }])
}

/** A good page without Chinese text, except where `lang` says so or in a name without translation (`translate="no"`). */
export async function expectGoodEnglish(page: Page) {
  await expect(page.locator('html')).toHaveAttribute('lang', /^en/)
  expect(await page.evaluate(chineseLeft), page.url()).toEqual([])
  await expectGoodPage(page)
}

function chineseLeft(): string[] {
  const attributes = ['alt', 'aria-label', 'placeholder', 'title', 'value']
  const names = [...document.querySelectorAll('[translate=no]')].map(({ textContent }) => textContent)
  const elements = document.querySelectorAll(
    'title, meta[name=description], body, body *:not(script, style, [type=hidden])',
  )
  return [...elements].flatMap((element) => {
    if (element.closest('[lang^=zh], [translate=no]')) return []
    const texts = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE)
    const said = [
      ...texts.map((node) => node.nodeValue ?? ''),
      ...attributes.map((name) => element.getAttribute(name) ?? ''),
    ]
    const withoutNames = said.map((text) => names.reduce((rest, name) => rest.replaceAll(name, ''), text))
    return withoutNames.filter((text) => /\p{Script=Han}/u.test(text))
  })
}
