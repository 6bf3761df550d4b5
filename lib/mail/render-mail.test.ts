import { expect, it } from 'vitest'
import { renderMail } from './render-mail'

const shop = { name: '小王 & 老李', url: 'https://shop.example.com' }

it('A mail is in one language, with its facts, its link and the shop', () => {
  const content = {
    subject: 'Order 1 has shipped',
    intro: ['On their way.', 'Please confirm.'],
    facts: [{ name: 'Carrier', value: '顺丰' }],
    link: { label: 'View order', href: 'https://shop.example.com/orders/1' },
    note: 'Not you?',
  }
  const { subject, text, html } = renderMail(content, 'en', shop)
  expect(subject).toBe('Order 1 has shipped')
  expect(text).toBe(
    'On their way.\n\nPlease confirm.\n\nCarrier: 顺丰\n\nView order: \nhttps://shop.example.com/orders/1\n\nNot you?\n\n-- \n小王 & 老李\nhttps://shop.example.com\n',
  )
  expect(html).toContain('<html lang="en-GB">')
  expect(html).toContain('小王 &amp; 老李')
})

it('What people typed is escaped in HTML and ends no line', () => {
  const evil = '"><script>alert(1)</script>\r\nBcc: x@example.com\u2028<img src=x onerror=alert(1)>'
  const { subject, text, html } = renderMail(
    { subject: evil, intro: [evil], facts: [{ name: '商品', value: evil }], note: evil },
    'zh',
    shop,
  )
  expect(subject).not.toMatch(/[\r\n\u2028]/)
  expect(text.split('\n').filter((line) => line.startsWith('Bcc'))).toEqual([])
  expect(html).not.toMatch(/<script|<img/)
  expect(html).toContain('&quot;&gt;&lt;script&gt;')
})

it('A subject is cut at 200 characters', () => {
  expect(renderMail({ subject: '茶'.repeat(500), intro: [] }, 'zh', shop).subject).toBe('茶'.repeat(200))
})

it('The HTML has no style sheet, no script and nothing from elsewhere, as the policy of the preview wants it', () => {
  const link = { label: 'x', href: 'https://shop.example.com/' }
  const { html } = renderMail({ subject: 'x', intro: ['x'], link }, 'en', shop)
  expect(html).not.toMatch(/<(style|script|link|img|form|iframe)\b|src=|url\(/)
})
