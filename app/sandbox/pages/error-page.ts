import { dictionary, type Language, LOCALES } from '../../../lib/dictionary'
import { openErrorHelp } from '../../../lib/alipay/open/error-codes'
import { errorHelp } from '../../../lib/alipay/partner/error-codes'
import { gatewayPage } from './gateway-page'
import { html } from './html'
import type { GatewayRefusal } from '../../../lib/sandbox/requests/refusal'

const errorWords = dictionary({
  zh: {
    title: '调试错误',
    sentence: '调试错误，请回到请求来源地，重新发起请求。',
    code: '错误代码',
    reason: '这一次是因为',
    cause: '通常的原因',
    remedy: '解决方法',
    signed: '网关拿来签名的字符串（安全校验码已用 * 代替）',
    verified: '网关验签的字符串',
    real: '这是沙箱网关。真实的网关只显示错误代码。',
    learn: '关于这个代码的一页：为什么，怎么办，怎样引出来',
    otherLanguage: 'In English',
  },
  en: {
    title: 'Debugging error',
    sentence: 'Debugging error: go back to where the request came from, and send it again.',
    code: 'Error code',
    reason: 'This time because',
    cause: 'The usual cause',
    remedy: 'What to do',
    signed: 'The string that the gateway signed, with * for the key',
    verified: 'The string that the gateway verified',
    real: 'This is the sandbox gateway. The real one shows the error code alone.',
    learn: 'The page about this code: why, what to do, how to provoke it',
    otherLanguage: '中文',
  },
})

/**
 * The page of a refused request (spec.md T5.1), with the reason and the remedy, which the real gateway never showed. It is
 * in both languages, because a switch of the language would lose the posted request.
 */
export function errorPage({ code, reason, signed, status }: GatewayRefusal, language: Language): Response {
  const words = errorWords[language]
  const other = language === 'zh' ? 'en' : 'zh'
  const isOpen = code.includes('.') // isv.invalid-signature, ACQ.TRADE_HAS_SUCCESS
  const help = isOpen ? openErrorHelp(code) : errorHelp(code)
  const main = html`<section class="card one bad">
    <h1>${words.sentence}</h1>
    <dl class="facts">
      <dt>${words.code}</dt>
      <dd class="code">${code}</dd>
      <dt>${words.reason}</dt>
      <dd translate="no">${reason[language]}</dd>
      ${
        help &&
        html`<dt>${words.cause}</dt>
          <dd>${help.cause[language]}</dd>
          <dt>${words.remedy}</dt>
          <dd>${help.remedy[language]}</dd>`
      }
      ${
        signed &&
        html`<dt>${isOpen ? words.verified : words.signed}</dt>
          <dd class="signed" translate="no">${signed}</dd>`
      }
    </dl>
    ${help && html`<p><a href="/learn/errors/${code}">${words.learn}</a></p>`}
    <details class="more" lang="${LOCALES[other]}">
      <summary>${words.otherLanguage}</summary>
      ${[help?.title, reason, help?.cause, help?.remedy].map((text) => text && html`<p>${text[other]}</p>`)}
    </details>
    <p class="hint">${words.real}</p>
  </section>`
  return gatewayPage({ language, title: `${words.title} ${code}`, main, canSwitch: false, status })
}
