import type pg from 'pg'
import { reasonOf } from '../alipay/http'
import type { Env } from '../env'
import { check, type Line, say } from './report'

/** Alipay's addresses for an allow-list (docs/spec.md T5.2IP); historical, so never the only check (protocol.md 5.9). */
export const ALIPAY_ADDRESSES = {
  range: '121.0.26.0 – 121.0.26.255',
  main: ['121.0.26.11'],
  spare: ['110.75.132.21', '110.75.134.101'],
  notifications: [
    ...['121.0.26.1', '121.0.26.2', '121.0.27.1', '121.0.27.2', '110.75.130.1', '110.75.130.2'],
    ...['110.75.132.1', '110.75.132.2', '110.75.136.1', '110.75.136.2'],
  ],
}

const PARTNER_LINES = [
  check('T2.1', 'contract-page').look(
    '签约：用签约的账号登录支付宝，“商家服务”→“我的产品”里要有担保交易，没有到期',
    'Contract: sign in to Alipay with its account; under 商家服务, 我的产品 there must be 担保交易, not expired',
  ),
  check('F13', 'stages').look(
    '通知环节：在支付宝账户的接口设置里，创建、付款、发货、完成、关闭、退款、退款关闭、改价八项都要选上，没选的环节不发通知',
    'Stages: in the interface settings of the Alipay account all eight must be ticked (created, paid, shipped, finished, closed, refunded, refund closed, price changed); the others are not notified',
  ),
  check('T5.2-1E', 'one-minute').look(
    '返回网址只有一分钟有效：刷新旧的返回网址，responseTxt 是 false，那不是错',
    'A return address is good for one minute: reloaded later its responseTxt is false, and nothing is wrong',
  ),
]

const OPEN_LINES = [
  check('T2.1', 'contract-page').look(
    '签约：开放平台 → 应用 → 产品，电脑网站支付、手机网站支付（或当面付）要是“已签约”，应用要已上线',
    'Contract: at the open platform the products of the application (pages for computers, for phones, or codes) must be signed for, and the application online',
  ),
]

/** What a person has to look up, because no program can see it from here. */
export function toLookUp(kind: Env['alipay']['kind']): Line[] {
  const { range, main, spare, notifications } = ALIPAY_ADDRESSES
  return [
    ...(kind === 'open' ? OPEN_LINES : PARTNER_LINES),
    check('T5.2-1B', 'from-outside').look(
      '从外面看：用手机流量（不连本地网络）打开 notify_url，应当只看到 fail',
      'From outside: open notify_url on a telephone that is not in this network; it must show only fail',
    ),
    check('T5.2-2C', 'firewall').look(
      '防火墙：放行到网关 443 的出站连接，和从支付宝到 notify_url 端口的入站连接；不要拦 User-Agent 为 Mozilla/4.0、没有 Referer 的请求',
      'Firewall: pass connections out to the gateway (443) and in from Alipay to the port of notify_url; do not block requests whose User-Agent is Mozilla/4.0 or that have no Referer',
    ),
    {
      ...check('T5.2IP', 'addresses').look(
        '支付宝的 IP：历史数据，设置防火墙放行时可以参考，不能当作身份验证',
        'Alipay’s addresses: historical, fit for an allow-list of a firewall, and no proof of identity',
      ),
      values: [
        { name: say('网段', 'Range'), list: [range] },
        { name: say('主站', 'Main'), list: main },
        { name: say('备用', 'Spare'), list: spare },
        { name: say('通知', 'Notifications'), list: notifications },
      ],
    },
    check('T5.2-2E', 'moved').look(
      '服务器换过 IP 之后收不到通知：给 notify 页换一个路径（复制 app/api/alipay/notify），ALIPAY_NOTIFY_URL 跟着改',
      'No notifications since the server changed its address: give the notify page another path (copy app/api/alipay/notify), and ALIPAY_NOTIFY_URL with it',
    ),
    check('T5.2-3C', 'business-code').look(
      '验证之后的业务代码：从 lib/messages/receive-message.ts 开始，逐步用断点或 logResult(文字) 看',
      'The code after the verification: begin at lib/messages/receive-message.ts and follow it with breakpoints or logResult(text)',
    ),
  ]
}

/** The five steps of testing (docs/spec.md T4.1), and what each needs. */
export function testingSteps(): Line[] {
  const here = say('付款、页面返回', 'payment and return')
  const server = say(
    '付款、页面返回、异步通知；要有公网能访问的 SHOP_URL',
    'payment, return and notification; needs a SHOP_URL that the internet reaches',
  )
  const steps = [
    say(
      `本机，只试接口：/direct-pay 付 0.01 元，看${here.zh}`,
      `this machine, the interface alone: pay 0.01 yuan at /direct-pay; ${here.en}`,
    ),
    say(`服务器，只试接口：${server.zh}`, `the server, the interface alone: ${server.en}`),
    say(
      '接上下单流程：订单号、金额、运费都来自订单',
      'join it to the order flow: number, amount and postage come from the order',
    ),
    say(`本机，整个下单流程：${here.zh}`, `this machine, the whole order flow: ${here.en}`),
    say(`服务器，整个下单流程：${server.zh}`, `the server, the whole order flow: ${server.en}`),
  ]
  return steps.map((text, index) =>
    check('T4.1', `step-${index + 1}`).look(`第 ${index + 1} 步 ${text.zh}`, `step ${index + 1}: ${text.en}`),
  )
}

/** Which half of the verification failed in the last seven days (T5.2-3A, T5.2S). No warning, for anyone can send rubbish. */
export async function recentFailures(database: pg.Client, kind: Env['alipay']['kind']): Promise<Line> {
  const line = check('T5.2-3A', 'recent-failures')
  try {
    const { rows } = await database.query<{ verdict: string; count: string }>(
      `SELECT "verdict"::text AS verdict, count(*) FROM "shop"."Notification"
       WHERE "receivedAt" > now() - interval '7 days' GROUP BY 1`,
    )
    const count = (verdict: string) => rows.find((row) => row.verdict === verdict)?.count ?? '0'
    const [sign, source] = [count('bad_sign'), count('bad_source')]
    if (kind === 'open')
      return line.look(
        `最近七天的消息里，签名验不过的 ${sign} 条（ALIPAY_PUBLIC_KEY，或者参数在路上被改过）；逐条看 /merchant/log`,
        `of the last seven days' messages ${sign} had a sign that does not verify (ALIPAY_PUBLIC_KEY, or parameters changed on the way); see /merchant/log`,
      )
    return line.look(
      `最近七天的消息里，sign 与 mysign 不等的 ${sign} 条（key、参数格式或编码），responseTxt 不是 true 的 ${source} 条（partner、网络，或者过了一分钟）；逐条看 /merchant/log`,
      `of the last seven days' messages ${sign} had a sign other than mysign (key, format or charset), ${source} a responseTxt other than true (partner, network, or over one minute); see /merchant/log`,
    )
  } catch (error) {
    const why = reasonOf(error)
    return line.skipped(`通知记录读不出来（${why}）`, `the log of messages cannot be read (${why})`)
  }
}
