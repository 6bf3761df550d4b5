import { randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Bilingual } from '../alipay/error-codes'
import { readLimited } from '../alipay/read-limited'
import type { Env } from '../env'
import { check, type Line, say } from './line'
import { hostOf, isPublic, isRemote, reasonOf, type World } from './world'

const FORM = 'application/x-www-form-urlencoded'
const MAX_PAGE_BYTES = 64 * 1024

/** Whether anything listens where the shop shall (PORT, HOST). */
export async function checkRuns({ host, port }: Env, world: World): Promise<Line> {
  const line = check('', 'shop-runs')
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  try {
    await world.connect(local, port, false)
    return line.ok(say(`店在运行，端口 ${port}`, `the shop runs on port ${port}`))
  } catch {
    return line.warning(
      say(`店没有运行：端口 ${port} 上没有程序`, `the shop does not run: nothing listens on port ${port}`),
      say(
        '用 npm start 启动，再体检一次；页面的检查这次都跳过',
        'Start it with npm start and come again; the pages were not checked',
      ),
    )
  }
}

/**
 * The pages as the gateway and the buyer find them, under the addresses that requests carry (T5.2 step 1, T4.4a): what
 * they answer, and whether the bytes that were sent are the bytes that the shop received.
 */
export async function checkPages(env: Env, world: World, database: pg.Client | undefined): Promise<Line[]> {
  const way = await checkWay(env, world)
  if (way.some(({ level }) => level === 'error'))
    return [
      ...way,
      check('T5.2-1B', 'notify-get').skipped(say('地址不通，页面没有查', 'the pages were not reached')),
    ]
  const { notifyUrl } = env.alipay
  const marker = `doctor-${randomBytes(12).toString('hex')}`
  return [
    ...way,
    judgeNotify(check('T4.4a', 'notify-get'), 'GET', await send(world, notifyUrl)),
    judgeNotify(check('T5.2-1F', 'notify-post'), 'POST', await send(world, notifyUrl, post(''))),
    await checkNotifyBytes(env, world, database, marker),
    ...(await checkReturn(env, world, database, marker)),
    await checkShowUrl(env, world),
  ]
}

async function checkWay(env: Env, world: World): Promise<Line[]> {
  const { hostname, port, tls } = hostOf(env.alipay.notifyUrl)
  const dns = check('T5.2-3B', 'notify-dns')
  const lines: Line[] = []
  try {
    const addresses = await world.lookup(hostname)
    if (isRemote(env) && !addresses.some(isPublic))
      return [
        dns.error(
          say(
            `notify_url 的主机 ${hostname} 是 ${addresses}，互联网上访问不到：收不到任何通知`,
            `the host of notify_url, ${hostname}, is ${addresses}, which the internet cannot reach: no notification will come`,
          ),
          say(
            '在本机只能试付款和页面返回（T4.1 第一步）；通知要放到服务器上，SHOP_URL 写它的域名',
            'On this machine only payment and return can be tried (T4.1, step 1); for notifications run it on a server, with its name in SHOP_URL',
          ),
        ),
      ]
    lines.push(
      dns.ok(say(`notify_url 的主机解析为 ${addresses}`, `the host of notify_url resolves to ${addresses}`)),
    )
  } catch (error) {
    return [
      dns.error(
        say(
          `notify_url 的主机 ${hostname} 解析不了（${reasonOf(error)}）`,
          `the host of notify_url, ${hostname}, does not resolve (${reasonOf(error)})`,
        ),
        say('给域名加上解析记录，或者改正 SHOP_URL', 'Give the name a DNS record, or correct SHOP_URL'),
      ),
    ]
  }
  const line = check('T5.2-2D', 'notify-connect')
  try {
    await world.connect(hostname, port, tls)
    return [...lines, line.ok(say(`${hostname}:${port} 连得上`, `${hostname}:${port} can be reached`))]
  } catch (error) {
    const why = reasonOf(error)
    return [
      ...lines,
      line.error(
        say(
          `notify_url 的 ${hostname}:${port} 连不上（${why}）`,
          `notify_url's ${hostname}:${port} cannot be reached (${why})`,
        ),
        tls
          ? say(
              '检查反向代理、端口、证书（要由公认的机构签发）和防火墙',
              'Check the proxy, the port, the certificate (of a known authority) and the firewall',
            )
          : say('检查反向代理、端口和防火墙', 'Check the proxy, the port and the firewall'),
      ),
    ]
  }
}

interface Reply {
  status: number
  location: string | null
  type: string
  cookie: boolean
  body: Buffer
}

const post = (body: string): RequestInit => ({ method: 'POST', headers: { 'content-type': FORM }, body })

/** Answers in words why there was no reply. */
async function send(world: World, url: string, init: RequestInit = {}): Promise<Reply | string> {
  const signal = AbortSignal.timeout(world.timeoutMs)
  try {
    const response = await world.fetch(url, { ...init, redirect: 'manual', cache: 'no-store', signal })
    const { bytes } = await readLimited(response.body, MAX_PAGE_BYTES)
    return {
      status: response.status,
      location: response.headers.get('location'),
      type: response.headers.get('content-type') ?? '',
      cookie: response.headers.has('set-cookie'),
      body: Buffer.from(bytes),
    }
  } catch (error) {
    return signal.aborted ? `${world.timeoutMs} ms` : reasonOf(error)
  }
}

/** Whether the notify page, asked without parameters, shows `fail` and nothing besides (T4.4a, T5.2F, T5.2-1F, 1G). */
function judgeNotify(line: ReturnType<typeof check>, method: string, reply: Reply | string): Line {
  const fault = faultOf(reply)
  if (fault) {
    const [found, remedy] = fault
    const shown = say(`notify 页（${method}）${found.zh}`, `the notify page (${method}) ${found.en}`)
    return line.error(shown, remedy)
  }
  const type = typeof reply === 'string' ? '' : reply.type
  if (!/^text\/plain\b/i.test(type))
    return line.warning(
      say(`notify 页（${method}）的类型是“${type}”`, `the notify page (${method}) is of type "${type}"`),
      say(
        '应为 text/plain：HTML 页面会被代理插入内容',
        'It should be text/plain: proxies insert things into HTML',
      ),
    )
  return line.ok(
    say(
      `notify 页（${method}）不带参数时只显示 fail`,
      `the notify page (${method}) without parameters shows only fail`,
    ),
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

function faultOf(reply: Reply | string): Fault | undefined {
  if (typeof reply === 'string')
    return [
      say(`没有回答（${reply}）`, `gave no answer (${reply})`),
      say(
        '支付宝只等几秒：看店的日志，再看代理',
        "Alipay waits only seconds: look at the shop's log, then at the proxy",
      ),
    ]
  const { status, location, body, cookie } = reply
  const text = body.toString('utf8')
  if (status >= 300 && status < 400) return [say(`跳转到 ${location}`, `redirects to ${location}`), NO_LOGIN]
  if (status !== 200)
    return [
      say(`回答 HTTP ${status}`, `answers HTTP ${status}`),
      status >= 500 ? say('看店的日志', "Look at the shop's log") : PROXY,
    ]
  if (cookie)
    return [
      say('设置了 cookie', 'sets a cookie'),
      say(
        '通知里没有 session 和 cookie：在代理里对这个地址关掉',
        'Notifications know no session and no cookie: turn it off for this address in the proxy',
      ),
    ]
  if (text === 'fail') return undefined
  if (body.length === 0)
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

/** GBK for 测, and what a program in between would write in another way. */
const TELLTALE = 'subject=%B2%E2&body=a+b%20c%2f'

const UNCHECKED = say('数据库用不了，没有对照', 'without the database it could not be compared')

async function checkNotifyBytes(
  { alipay }: Env,
  world: World,
  database: pg.Client | undefined,
  marker: string,
) {
  const line = check('T5.2-1D', 'notify-bytes')
  if (!database) return line.skipped(UNCHECKED)
  const body = `out_trade_no=${marker}-n&${TELLTALE}`
  await send(world, alipay.notifyUrl, post(body))
  return judgeBytes(line, 'notify_url', body, await takeRow(database, `${marker}-n`))
}

async function checkReturn({ alipay }: Env, world: World, database: pg.Client | undefined, marker: string) {
  const answer = check('T5.2-1B', 'return')
  const bytes = check('T5.2-1D', 'return-bytes')
  const query = `out_trade_no=${marker}-r&${TELLTALE}`
  const reply = await send(world, `${alipay.returnUrl}?${query}`)
  const compared = database
    ? judgeBytes(bytes, 'return_url', query, await takeRow(database, `${marker}-r`))
    : bytes.skipped(UNCHECKED)
  const leadsTo = typeof reply === 'string' ? reply : `HTTP ${reply.status} ${reply.location ?? ''}`.trim()
  if (
    typeof reply !== 'string' &&
    reply.status === 303 &&
    /^(https?:\/\/[^/]+)?\/orders\b/.test(reply.location ?? '')
  )
    return [answer.ok(say('return 页转到订单', 'the return page leads to the orders')), compared]
  return [
    answer.error(
      say(
        `return 页没有转到订单，而是 ${leadsTo}`,
        `the return page does not lead to the orders: ${leadsTo}`,
      ),
      say(
        '买家付完款会看到错误：确认 ALIPAY_RETURN_URL 是 /api/alipay/return，并在登录过滤器里放行它',
        'Buyers would see an error after paying: check that ALIPAY_RETURN_URL is /api/alipay/return, and exempt it in login filters',
      ),
    ),
    compared,
  ]
}

/** The bytes that the shop logged of a message with this order number; the row is the doctor's and goes with it. */
async function takeRow(database: pg.Client, orderNo: string) {
  const { rows } = await database.query<{ bytes: Buffer }>(
    'DELETE FROM "shop"."Notification" WHERE "orderNo" = $1 RETURNING "rawBytes" AS bytes',
    [orderNo],
  )
  return rows[0]?.bytes.toString('latin1')
}

function judgeBytes(
  line: ReturnType<typeof check>,
  name: string,
  sent: string,
  received: string | undefined,
): Line {
  if (received === sent)
    return line.ok(say(`到 ${name} 的字节原样收到`, `bytes sent to ${name} arrive as they are`))
  if (received === undefined)
    return line.error(
      say(
        `发到 ${name} 的消息没有进本店的数据库：那里可能是别的程序`,
        `what is sent to ${name} does not reach this shop's database: it may be another program`,
      ),
      say('检查域名、端口和代理指向的是不是这个店', 'Check that name, port and proxy lead to this very shop'),
    )
  return line.error(
    say(
      `发到 ${name} 的内容在路上被改了，收到的是 ${received}`,
      `what is sent to ${name} is changed on the way: ${received}`,
    ),
    say(
      '签名会因此不对：让代理原样转发参数，不加、不删、不重新编码',
      'Signatures will not hold: have the proxy pass parameters on as they are, none added, none lost, none encoded again',
    ),
  )
}

async function checkShowUrl({ alipay }: Env, world: World): Promise<Line> {
  const line = check('T3.2b', 'show-url')
  const reply = await send(world, alipay.showUrl)
  const shown = typeof reply === 'string' ? reply : `HTTP ${reply.status}`
  return shown === 'HTTP 200'
    ? line.ok(say('show_url 打得开', 'show_url opens'))
    : line.warning(
        say(`show_url 打不开（${shown}）`, `show_url does not open (${shown})`),
        say(
          '买家会从收银台点进去，建议写“我的订单”：/orders',
          'Buyers follow it from the cashier; best is "my orders": /orders',
        ),
      )
}
