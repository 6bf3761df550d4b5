import { encode } from './charset'
import { escapeHtml } from './escape-html'
import type { SignedRequest } from './request'

/** The only script on the page. `SUBMIT_SCRIPT` is exported for the hash in a content security policy. */
export const SUBMIT_SCRIPT = 'document.forms[0].submit()'

/**
 * The page that takes the buyer to the gateway: a form that submits itself, a button where scripts are off
 * (spec.md T3.1c). Bytes in the interface charset, because the browser encodes a form in the charset of its page
 * (protocol.md 4.4). The button has no name: whatever is between the form tags is sent, and must be signed
 * (protocol.md 1). Not for an iframe.
 */
export function paymentForm(request: SignedRequest): Buffer {
  const inputs = Array.from(
    request.fields,
    ([name, value]) => `<input type="hidden" name="${escapeHtml(name)}" value="${escapeHtml(value)}">`,
  )
  const html = `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="${request.charset}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>正在前往支付宝</title>
</head>
<body>
<form action="${escapeHtml(request.action)}" method="post" accept-charset="${request.charset}">
${inputs.join('\n')}
<p>正在前往支付宝收银台……</p>
<button>如果页面没有跳转，请点这里继续付款</button>
</form>
<script>${SUBMIT_SCRIPT}</script>
</body>
</html>
`
  return encode(html, request.charset)
}
