import type { Language } from './bilingual'
import { encode } from './charset'
import { escapeHtml } from './escape-html'
import type { SignedRequest } from './signed-request'

/** The only script on the page; exported for the hash in the content security policy. */
export const SUBMIT_SCRIPT = 'document.forms[0].submit()'

/** The page's only style, exported for the same: the colours of the shop in both themes, on a card. */
export const FORM_STYLE = `
:root{color-scheme:light dark;--paper:#faf8f4;--card:#fff;--line:#e4dfd5;--ink:#1f2421;--muted:#5f665f;--accent:#1e5b45;--on-accent:#fff}
@media(prefers-color-scheme:dark){:root{--paper:#161917;--card:#1d2220;--line:#343b36;--ink:#eceae4;--muted:#a5aca5;--accent:#7fc8a9;--on-accent:#10231b}}
body{margin:0;min-height:100vh;display:grid;place-items:center;background:var(--paper);color:var(--ink);font:16px/1.7 'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',system-ui,sans-serif}
main{box-sizing:border-box;width:100%;max-width:27rem;padding:2.5rem 1.5rem;text-align:center;background:var(--card);border:1px solid var(--line);border-radius:10px}
h1{margin:.75rem 0 0;font-size:1.375rem;line-height:1.4}
p{margin:.25rem 0 0;color:var(--muted);font-size:.875rem}
.amount{margin:1rem 0;color:var(--ink);font-size:2.25rem;font-weight:600;line-height:1.2}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.5rem 1.5rem;margin:1.5rem 0;padding-top:1rem;border-top:1px solid var(--line);font-size:.875rem}
dt{color:var(--muted);text-align:left}
dd{margin:0;text-align:right;overflow-wrap:anywhere}
i{display:inline-block;width:1.5rem;height:1.5rem;margin-top:.75rem;border:2px solid var(--line);border-top-color:var(--accent);border-radius:50%;animation:turn .9s linear infinite}
@keyframes turn{to{rotate:1turn}}
@media(prefers-reduced-motion:reduce){i{animation:none}}
button{min-height:2.75rem;width:100%;margin-top:1rem;padding:.5rem 1rem;border:0;border-radius:6px;background:var(--accent);color:var(--on-accent);font:inherit;font-weight:600;cursor:pointer}
`

const WORDS = {
  zh: {
    lang: 'zh-CN',
    title: '正在前往支付宝',
    wait: '请在支付宝的页面上完成付款',
    button: '没有自动跳转？点这里继续',
    seller: '收款方',
    goods: '商品',
    orderNo: '订单号',
  },
  en: {
    lang: 'en-GB',
    title: 'Going to Alipay',
    wait: 'Please pay on Alipay’s page',
    button: 'Nothing happens? Continue here',
    seller: 'Payee',
    goods: 'Goods',
    orderNo: 'Order number',
  },
}

/** What the buyer reads on the page; `amount` as it is to be shown, `mark` the address of the shop's picture. */
export interface FormFacts {
  seller: string
  goods: string
  amount: string
  orderNo: string
  mark: string
}

/**
 * The page that takes the buyer to the gateway: a form that submits itself, with a button for browsers without scripts
 * (spec.md T3.1c). Bytes in the interface charset, because a browser encodes a form in the charset of its page
 * (protocol.md 4.4). The button has no name, because every field sent must be signed (protocol.md 1). Not for an iframe.
 */
export function paymentForm(request: SignedRequest, language: Language, facts?: FormFacts): Buffer {
  const words = WORDS[language]
  const inputs = Array.from(
    request.fields,
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const html = `<!doctype html>
<html lang="${words.lang}">
<head>
<meta charset="${request.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${words.title}</title>
<style>${FORM_STYLE}</style>
</head>
<body>
<main>
${facts ? `<img src="${escapeHtml(facts.mark)}" alt="" width="44" height="44">` : ''}
<h1>${words.title}</h1>
<p role="status">${words.wait}</p>
${facts ? factsHtml(facts, words) : ''}
<form action="${escapeHtml(request.action)}" method="post" accept-charset="${request.charset}">
${inputs.join('\n')}
<button>${words.button}</button>
</form>
</main>
<script>${SUBMIT_SCRIPT}</script>
</body>
</html>
`
  return encode(html, request.charset)
}

const factsHtml = (
  { seller, goods, amount, orderNo }: FormFacts,
  words: (typeof WORDS)['zh'],
) => `<p class="amount">${inAnyCharset(amount)}</p>
<dl>
<dt>${words.seller}</dt><dd>${inAnyCharset(seller)}</dd>
<dt>${words.goods}</dt><dd>${inAnyCharset(goods)}</dd>
<dt>${words.orderNo}</dt><dd>${inAnyCharset(orderNo)}</dd>
</dl>`

/** Text for HTML of any charset: what is not ASCII as character references. */
const inAnyCharset = (text: string) =>
  escapeHtml(text).replace(/[^\0-\x7f]/gu, (character) => `&#${character.codePointAt(0)};`)
