import type pg from 'pg'
import { type Asked, reasonOf } from '../alipay/http'
import type { Env } from '../env'
import { judgeNotify } from './judge-notify'
import { check, type Line, say } from './report'
import { post, PROBE_HEADER, send, shortly } from './send'
import type { World } from './world'

/**
 * 测 in the charset that messages may have, and what a proxy would encode in another way: GBK under the old interface, UTF-8
 * and the JSON of fund_bill_list on the open platform.
 */
const TELLTALES: Record<Env['alipay']['kind'], string> = {
  partner: 'subject=%B2%E2&body=a+b%20c%2f',
  open: 'subject=%e6%b5%8B&body=a+b%20c%2f&fund_bill_list=%5B%7B%22amount%22:%220.01%22%7D%5D',
}

/** What a probe needs: the addresses, the shop's database if it can be used, and the beginning of its order number. */
export interface Probe {
  alipay: Env['alipay']
  world: World
  database: pg.Client | undefined
  marker: string
}

/** What the notify page answers to a POST without parameters (T5.2-1F). */
export async function checkEmptyPost({ alipay, world, database, marker }: Probe): Promise<Line> {
  const orderNo = `${marker}-p`
  const reply = await send(world, alipay.notifyUrl, post('', { [PROBE_HEADER]: orderNo }))
  if (database) await takeRow(database, orderNo)
  return judgeNotify(check('T5.2-1F', 'notify-post'), 'POST', reply)
}

/** Whether a notification arrives byte for byte (T5.2-1D): a proxy that adds or encodes breaks every signature. */
export async function checkNotifyBytes({ alipay, world, database, marker }: Probe): Promise<Line> {
  const orderNo = `${marker}-n`
  const body = `out_trade_no=${orderNo}&${TELLTALES[alipay.kind]}`
  if (database) await send(world, alipay.notifyUrl, post(body))
  return compare(check('T5.2-1D', 'notify-bytes'), 'notify_url', body, database, orderNo)
}

/** Whether a return arrives byte for byte, and redirects the buyer to the orders (T5.2-1B, 1D). */
export async function checkReturn({ alipay, world, database, marker }: Probe): Promise<Line[]> {
  const orderNo = `${marker}-r`
  const query = `out_trade_no=${orderNo}&${TELLTALES[alipay.kind]}`
  const reply = await send(world, `${alipay.returnUrl}?${query}`)
  const line = check('T5.2-1D', 'return-bytes')
  return [judgeReturn(reply), await compare(line, 'return_url', query, database, orderNo)]
}

function judgeReturn(reply: Asked): Line {
  const line = check('T5.2-1B', 'return')
  const location = (reply.ok && reply.headers.get('location')) || ''
  const answer = `${shortly(reply)} ${location}`.trim()
  if (reply.ok && reply.status === 303 && /^(https?:\/\/[^/]+)?\/orders\b/.test(location))
    return line.ok('return 页转到订单', 'the return page leads to the orders')
  return line.error(
    `return 页没有转到订单，而是 ${answer}`,
    `the return page does not lead to the orders: ${answer}`,
    say(
      '买家付完款会看到错误：确认 ALIPAY_RETURN_URL 是 /api/alipay/return，并在登录过滤器里放行它',
      'Buyers would see an error after paying: check that ALIPAY_RETURN_URL is /api/alipay/return, and exempt it in login filters',
    ),
  )
}

/** Takes out the log entry of the probe with this order number, and returns its bytes. */
async function takeRow(
  database: pg.Client,
  orderNo: string,
): Promise<{ bytes?: string } | { denied: string }> {
  try {
    const { rows } = await database.query<{ bytes: Buffer }>(
      'DELETE FROM "shop"."Notification" WHERE "orderNo" = $1 RETURNING "rawBytes" AS bytes',
      [orderNo],
    )
    return { bytes: rows[0]?.bytes.toString('latin1') }
  } catch (error) {
    return { denied: reasonOf(error) }
  }
}

/** Compares what was sent with what the log entry of this order number has. */
async function compare(
  line: ReturnType<typeof check>,
  name: string,
  sent: string,
  database: pg.Client | undefined,
  orderNo: string,
): Promise<Line> {
  if (!database)
    return line.skipped('数据库用不了，没有对照', 'without the database it could not be compared')
  const row = await takeRow(database, orderNo)
  if ('denied' in row)
    return line.skipped(
      `数据库里的记录取不出来（${row.denied}），没有对照`,
      `the log row could not be taken (${row.denied})`,
    )
  const received = row.bytes
  if (received === sent)
    return line.ok(`到 ${name} 的字节原样收到`, `bytes sent to ${name} arrive as they are`)
  if (received === undefined)
    return line.error(
      `发到 ${name} 的消息没有进本店的数据库：那里可能是别的程序`,
      `what is sent to ${name} does not reach this shop's database: it may be another program`,
      say('检查域名、端口和代理指向的是不是这个店', 'Check that name, port and proxy lead to this very shop'),
    )
  return line.error(
    `发到 ${name} 的内容在路上被改了，收到的是 ${received.slice(0, 200)}`,
    `what is sent to ${name} is changed on the way: ${received.slice(0, 200)}`,
    say(
      '签名会因此不对：让代理原样转发参数，不加、不删、不重新编码',
      'Signatures will not hold: have the proxy pass parameters on as they are, none added, none lost, none encoded again',
    ),
  )
}
