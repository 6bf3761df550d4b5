import type { Language } from './bilingual'
import { encode } from './charset'
import { escapeHtml } from './escape-html'
import type { SignedRequest } from './signed-request'

/** The only script on the page; exported for the hash in the content security policy. */
export const SUBMIT_SCRIPT = 'document.forms[0].submit()'

const WORDS = {
  zh: {
    lang: 'zh-CN',
    title: '正在前往支付宝',
    wait: '正在前往支付宝收银台……',
    button: '如果页面没有跳转，请点这里继续付款',
  },
  en: {
    lang: 'en-GB',
    title: 'Going to Alipay',
    wait: 'Going to Alipay’s cashier…',
    button: 'If nothing happens, press here to go on with the payment',
  },
}

/**
 * The page that takes the buyer to the gateway: a form that submits itself, with a button for browsers without scripts
 * (spec.md T3.1c). Bytes in the interface charset, because a browser encodes a form in the charset of its page
 * (protocol.md 4.4). The button has no name, because every field sent must be signed (protocol.md 1). Not for an iframe.
 */
export function paymentForm(request: SignedRequest, language: Language): Buffer {
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
</head>
<body>
<form action="${escapeHtml(request.action)}" method="post" accept-charset="${request.charset}">
${inputs.join('\n')}
<p>${words.wait}</p>
<button>${words.button}</button>
</form>
<script>${SUBMIT_SCRIPT}</script>
</body>
</html>
`
  return encode(html, request.charset)
}
