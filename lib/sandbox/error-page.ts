import { createHash } from 'node:crypto'
import { errorHelp } from '../alipay/error-codes'
import { escapeHtml } from '../alipay/escape-html'
import type { GatewayRefusal } from './refusal'

const STYLE = `
:root { color-scheme: light dark }
body { margin: 0; background: #f3f6fa; color: #223; font: 16px/1.7 system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif }
main { max-width: 46rem; margin: 3rem auto; padding: 2rem; background: #fff; border: 1px solid #d5deea; border-top: 4px solid #c2410c }
h1 { margin: 0 0 1rem; font-size: 1.25rem }
dt { margin-top: 1rem; color: #5a6678; font-size: .875rem }
dd { margin: 0; overflow-wrap: anywhere }
dd.code { font: 600 1.1rem ui-monospace, monospace; color: #9a3412 }
dd.signed { padding: .75rem; background: #f3f6fa; font: .8rem/1.6 ui-monospace, monospace }
p { color: #5a6678; font-size: .875rem }
@media (max-width: 48rem) { main { margin: 0; padding: 1.25rem } }
@media (prefers-color-scheme: dark) {
  body, dd.signed { background: #10161d; color: #e6ebf0 }
  main { background: #18212b; border-color: #33414f; border-top-color: #ea7a3c }
  dt, p { color: #a5b3c2 }
  dd.code { color: #ffab73 }
}
`

/** Nothing but these styles: what a request brought with it stands on the page as text. */
export const ERROR_PAGE_POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; frame-ancestors 'none'`

/** The page a request ends on (spec.md T5.1), with what the gateway of the time never told: why, and the remedy. */
export function errorPage({ code, reason, signed }: GatewayRefusal): string {
  const help = errorHelp(code)
  const row = (title: string, text: string) => `<dt>${title}</dt><dd>${escapeHtml(text)}</dd>`
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>调试错误 ${escapeHtml(code)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>调试错误，请回到请求来源地，重新发起请求。</h1>
<dl>
<dt>错误代码</dt><dd class="code">${escapeHtml(code)}</dd>
${row('这一次是因为', reason)}
${help ? row('通常的原因', help.cause.zh) + row('解决方法', help.remedy.zh) : ''}
${help ? `<dt lang="en">In English</dt><dd lang="en">${escapeHtml(`${help.title.en}. ${help.cause.en} ${help.remedy.en}`)}</dd>` : ''}
${signed ? `<dt>网关拿来签名的字符串（安全校验码已用 * 代替）</dt><dd class="signed">${escapeHtml(signed)}</dd>` : ''}
</dl>
<p>这是沙箱网关。真实的网关只显示错误代码。</p>
</main>
</body>
</html>
`
}
