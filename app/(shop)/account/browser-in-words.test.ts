import { expect, it } from 'vitest'
import { browserInWords } from './browser-in-words'

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)'

it.each([
  [`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/131.0 Safari/537.36`, 'Chrome，Windows'],
  [`Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/131.0 Safari/537.36 Edg/131.0`, 'Edge，Windows'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.1 Safari/605.1.15', 'Safari，macOS'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148 MicroMessenger/8.0', '微信，iPhone'],
  [`Mozilla/5.0 (Linux; Android 14; K) ${WEBKIT} Chrome/131.0 Mobile Safari/537.36`, 'Chrome，Android'],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:133.0) Gecko/20100101 Firefox/133.0', 'Firefox，Linux'],
  ['<script>', '不认识的浏览器'],
  ['', '不认识的浏览器'],
  [null, '不认识的浏览器'],
])('%s is %s', (userAgent, words) => expect(browserInWords(userAgent, 'zh')).toBe(words))

it('is said in English, too', () => {
  expect(browserInWords('Version/18.1 (iPhone) MicroMessenger/8.0', 'en')).toBe('WeChat, iPhone')
  expect(browserInWords(null, 'en')).toBe('an unknown browser')
})
