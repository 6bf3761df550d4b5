import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { CHARSETS, decode } from './charset'
import { FORM_STYLE, paymentForm, SUBMIT_SCRIPT } from './payment-form'
import { signRequest } from './partner/request'
import { accountIn } from './testing/account'

const TROUBLE = `'"<>&  </form><script>alert(1)</script> &amp; &#39; $& $1 担保`

/** A browser's reading of the page, as far as it matters here: tags, and attribute values with their entities. */
function read(html: string) {
  const [, action = '', inside = ''] =
    /<form action="([^"]*)" method="post"[^>]*>(.*)<\/form>/s.exec(html) ?? []
  const tags = [...inside.matchAll(/<(\w+)((?: [\w-]+="[^"]*")*)>/g)].map(([, name, attributes = '']) => ({
    name,
    attributes: Object.fromEntries(
      [...attributes.matchAll(/ ([\w-]+)="([^"]*)"/g)].map(([, key, value = '']) => [
        key,
        unescapeHtml(value),
      ]),
    ),
  }))
  return { action: unescapeHtml(action), inside, tags }
}

const unescapeHtml = (text: string) =>
  text.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => {
    return { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }[name] ?? name
  })

describe.each(CHARSETS)('the payment page in %s', (charset) => {
  const request = signRequest(accountIn(charset), {
    service: 'x',
    subject: TROUBLE,
    [`"><b name='x`]: '担保',
  })
  const html = decode(paymentForm(request, 'zh'), charset) ?? ''
  const { action, inside, tags } = read(html)

  it('[F7] [T3.2c] it is bytes of the charset, and says so to the browser and in the form', () => {
    expect(
      paymentForm(request, 'zh').includes(
        Buffer.from(charset === 'utf-8' ? 'e68b85e4bf9d' : 'b5a3b1a3', 'hex'),
      ),
    ).toBe(true)
    expect(html).toContain(`<meta charset="${charset}">`)
    expect(html).toContain(`accept-charset="${charset}"`)
  })

  it('[T3.1c] the form posts to the gateway, the charset in the address', () => {
    expect(action).toBe(`https://gateway.example/gateway.do?_input_charset=${charset}`)
  })

  it(`[#65] the browser reads every field as it was signed, with '"<>& in names and values`, () => {
    const fields = tags
      .filter(({ name }) => name === 'input')
      .map(({ attributes }) => [attributes.name, attributes.value])
    expect(fields).toEqual([...request.fields])
  })

  it('[T5.1] nothing between the form tags is sent but the signed fields: the button has no name', () => {
    const named = tags.filter(({ attributes }) => 'name' in attributes)
    expect(named.every(({ name, attributes }) => name === 'input' && attributes.type === 'hidden')).toBe(true)
    expect(new Set(tags.map(({ name }) => name))).toEqual(new Set(['input', 'button']))
    expect(inside).toContain('<button>')
  })

  it('[#65] there is one script on the page, and it sends the form', () => {
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain(`<script>${SUBMIT_SCRIPT}</script>`)
    expect(SUBMIT_SCRIPT).toBe('document.forms[0].submit()')
  })
})

it('[#65] an address with quotes does not leave its attribute', () => {
  const account = { ...accountIn('utf-8'), gatewayUrl: `https://gateway.example/"><script>x='` }
  const html = paymentForm(signRequest(account, {}), 'zh').toString()
  expect(read(html).action).toBe(`https://gateway.example/"><script>x='?_input_charset=utf-8`)
  expect(html.match(/<script/g)).toHaveLength(1)
})

it.each(CHARSETS)('An English buyer reads English on the way to the gateway, in %s too', (charset) => {
  const page = decode(paymentForm(signRequest(accountIn(charset), {}), 'en'), charset)
  expect(page).toContain('<html lang="en-GB">')
  expect(page).not.toMatch(/\p{Script=Han}/u)
})

it('the facts are shown in any charset, and none of them becomes markup', () => {
  const facts = { seller: '张三€𠮷', goods: '<b>茶</b>', amount: '¥0.01', orderNo: '2026', mark: '/seal.svg' }
  const html = decode(paymentForm(signRequest(accountIn('gbk'), {}), 'zh', facts), 'gbk') ?? ''
  expect(html).toContain('<dd>&#24352;&#19977;&#8364;&#134071;</dd>')
  expect(html).toContain('<dd>&lt;b&gt;&#33590;&lt;/b&gt;</dd>')
  expect(html).toContain('<p class="amount">&#165;0.01</p>')
})

it('the page has the colours of the shop', () => {
  const css = readFileSync('app/globals.css', 'utf8').replaceAll('#ffffff', '#fff')
  const colours = FORM_STYLE.match(/#[0-9a-f]{3,6}/g) ?? []
  expect(colours.filter((colour) => !css.includes(colour))).toEqual([])
  expect(colours).toHaveLength(14)
})
