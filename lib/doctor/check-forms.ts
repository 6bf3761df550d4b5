import type { Env } from '../env'
import { check, type Line, say } from './line'
import { post, send, shortly } from './send'
import type { World } from './world'

/**
 * Whether a form arrives as a buyer's browser sends it from a page at SHOP_URL, with that page's Origin: the CSRF check of
 * a shop whose pages look healthy may refuse every form. The form changes nothing, because it comes without a cart.
 */
export async function checkForms({ shopUrl }: Env, world: World): Promise<Line> {
  const line = check('T3.1c', 'forms')
  const form = post('variant=&quantity=1')
  const reply = await send(world, `${shopUrl}/cart/change`, {
    ...form,
    headers: { ...form.headers, origin: shopUrl },
  })
  if (!reply.ok)
    return line.error(
      say(
        `从 ${shopUrl} 提交表单，没有回答（${shortly(reply)}）：顾客不能下单，也不能登录`,
        `a form sent from ${shopUrl} got no answer (${shortly(reply)}): nobody can order or sign in`,
      ),
      say('检查 SHOP_URL 和反向代理', 'Check SHOP_URL and the proxy'),
    )
  if (reply.status === 403)
    return line.error(
      say(
        `从 ${shopUrl} 提交的表单被拒绝（HTTP 403）：顾客不能下单、付款和登录，页面看起来却是好的`,
        `a form sent from ${shopUrl} is refused (HTTP 403): nobody can order, pay or sign in, though the pages look healthy`,
      ),
      say(
        'SHOP_URL 要和浏览器地址栏里的一样（http 或 https、域名、端口）；反向代理不要改 Origin 请求头',
        "SHOP_URL must be what a browser's address bar shows (http or https, name, port), and the proxy must not change the Origin header",
      ),
    )
  return reply.status === 303 && reply.headers.get('location') === '/cart'
    ? line.ok(say('从 SHOP_URL 的页面提交的表单收得到', 'a form sent from a page at SHOP_URL arrives'))
    : line.error(
        say(
          `从 ${shopUrl} 提交的表单没有到店里（HTTP ${reply.status}）：顾客不能下单，也不能登录`,
          `a form sent from ${shopUrl} did not reach the shop (HTTP ${reply.status}): nobody can order or sign in`,
        ),
        say(
          '反向代理要把 POST 原样转给本店：不要跳转（SHOP_URL 写最后的地址），不要拦截',
          'The proxy must pass a POST on as it is: no redirect (SHOP_URL is the address after it), no filter',
        ),
      )
}
