import type { Bilingual } from './dictionary'
import { escapeHtml } from './alipay/escape-html'

export interface Notice {
  status: number
  title: Bilingual
  /** What has happened, and what to do. */
  text: Bilingual
  link: Bilingual & { href: string }
}

export const TO_SHOP = { href: '/', zh: '回到首页', en: 'Go to the shop' }

export const NOTICE_HEADERS = {
  'content-type': 'text/html; charset=utf-8',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; style-src-attr 'unsafe-inline'; frame-ancestors 'none'",
  'x-robots-tag': 'noindex',
}

/** A plain page in both languages, for requests that reach no page of the shop: a heading, a text and a link. */
export const noticePage = (notice: Notice) =>
  new Response(noticeHtml(notice), { status: notice.status, headers: NOTICE_HEADERS })

/** The HTML of noticePage. */
export function noticeHtml({ title, text, link }: Notice): string {
  const part = (lang: string, words: 'zh' | 'en') => `<section lang="${lang}">
<h1>${escapeHtml(title[words])}</h1>
<p>${escapeHtml(text[words])}</p>
<p><a href="${escapeHtml(link.href)}">${escapeHtml(link[words])}</a></p>
</section>`
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escapeHtml(title.zh)} · ${escapeHtml(title.en)}</title></head>
<body style="font-family:system-ui,sans-serif;max-width:40rem;margin:2rem auto;padding:0 1rem;line-height:1.6">
${part('zh-CN', 'zh')}
<hr>
${part('en', 'en')}
</body></html>
`
}
