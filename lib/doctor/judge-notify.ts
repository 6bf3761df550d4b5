import type { Bilingual } from '../dictionary'
import type { Asked } from '../alipay/http'
import { type check, type Line, say } from './report'
import { shortly } from './send'

/** Whether the notify page, asked without parameters, shows `fail` and nothing else (T4.4a, T5.2F, T5.2-1F, 1G). */
export function judgeNotify(line: ReturnType<typeof check>, method: string, reply: Asked): Line {
  const fault = faultOf(reply)
  if (fault) {
    const [found, remedy] = fault
    return line.error(`notify 页（${method}）${found.zh}`, `the notify page (${method}) ${found.en}`, remedy)
  }
  const type = reply.ok ? (reply.headers.get('content-type') ?? '') : ''
  if (!/^text\/plain\b/i.test(type))
    return line.warning(
      `notify 页（${method}）的类型是“${type}”`,
      `the notify page (${method}) is of type "${type}"`,
      say(
        '应为 text/plain：HTML 页面会被代理插入内容',
        'It should be text/plain: proxies insert things into HTML',
      ),
    )
  return line.ok(
    `notify 页（${method}）不带参数时只显示 fail`,
    `the notify page (${method}) without parameters shows only fail`,
  )
}

type Fault = [found: Bilingual, remedy: Bilingual]

const PROXY = say(
  '检查前面的代理或 CDN 有没有改写内容，并确认 ALIPAY_NOTIFY_URL 是 /api/alipay/notify',
  'Look whether a proxy or CDN in front rewrites it, and that ALIPAY_NOTIFY_URL is /api/alipay/notify',
)
const NO_LOGIN = say(
  'notify 页不能要求登录，也不能跳转：在代理和登录过滤器里放行它，网址写跳转之后的那个',
  'The notify page must need no login and must not redirect: exempt it in proxies and login filters, and write the address that the redirect leads to',
)

function faultOf(reply: Asked): Fault | undefined {
  if (!reply.ok)
    return [
      say(`没有回答（${shortly(reply)}）`, `gave no answer (${shortly(reply)})`),
      say(
        '支付宝只等几秒：看店的日志，再看代理',
        "Alipay waits only seconds: look at the shop's log, then at the proxy",
      ),
    ]
  const { status, headers, bytes } = reply
  const location = headers.get('location')
  const text = Buffer.from(bytes).toString()
  if (status >= 300 && status < 400) return [say(`跳转到 ${location}`, `redirects to ${location}`), NO_LOGIN]
  if (status !== 200)
    return [
      say(`回答 HTTP ${status}`, `answers HTTP ${status}`),
      status >= 500 ? say('看店的日志', "Look at the shop's log") : PROXY,
    ]
  if (headers.has('set-cookie'))
    return [
      say('设置了 cookie', 'sets a cookie'),
      say(
        '通知里没有 session 和 cookie：在代理里对这个地址关掉',
        'Notifications know no session and no cookie: turn it off for this address in the proxy',
      ),
    ]
  if (text === 'fail') return undefined
  if (bytes.length === 0)
    return [
      say('是空白的', 'is empty'),
      say('看店的日志，程序出错了', "Look at the shop's log: the program failed"),
    ]
  if (text.startsWith('\ufeff'))
    return [
      say('前面有 BOM', 'begins with a BOM'),
      say('文件存成不带 BOM 的 UTF-8', 'Save the file as UTF-8 without BOM'),
    ]
  if (text.trim() === 'fail')
    return [say('在 fail 之外有空格或换行', 'has spaces or line breaks around fail'), PROXY]
  if (text.trim() === 'success')
    return [
      say(
        '对空的消息也回答 success：真的通知丢了也没人知道',
        'says success to an empty message: a lost notification would go unnoticed',
      ),
      say('处理成功之后才能回答 success', 'success may be answered only after the work is done'),
    ]
  if (/<[a-z!]/i.test(text)) return [say('显示的是网页', 'shows an HTML page'), NO_LOGIN]
  return [say(`显示“${text.slice(0, 60)}”`, `shows "${text.slice(0, 60)}"`), PROXY]
}
