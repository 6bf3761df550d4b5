import { formatBeijingTime } from '../../../alipay/beijing-time'
import { firstUnencodable } from '../../../alipay/charset'
import { formatYuan, parseYuan } from '../../../alipay/money'
import { aheadMs, now } from '../../clock'
import { db } from '../../db'
import { isOpen } from '../../merchants/methods'
import { requestOf } from '../../trade-request'
import { readTimeExpire } from '../../trade/timers'
import type { GatewayRefusal } from '../refusal'
import { wrongUrl } from '../wrong-url'
import type { AuthenticCall, Text } from './authenticate'
import { invalidParameter, refused } from './refusal'

/**
 * Checks a request of page.pay, wap.pay or precreate and stores it; the trade itself begins when the buyer logs in
 * (protocol-open.md 4.1).
 */
export async function placeOrder(
  call: AuthenticCall,
): Promise<{ kind: 'accepted'; tradeId: string } | GatewayRefusal> {
  return (await wrongOrder(call)) ?? storeOrder(call)
}

/** The product codes of a method; precreate can do without one. */
const PRODUCTS: Record<string, readonly string[]> = {
  'alipay.trade.page.pay': ['FAST_INSTANT_TRADE_PAY'],
  'alipay.trade.wap.pay': ['QUICK_WAP_WAY', 'QUICK_WAP_PAY'],
  'alipay.trade.precreate': ['FACE_TO_FACE_PAYMENT', 'QR_CODE_OFFLINE', ''],
}

/** The platform's most is 100,000,000.00 yuan; the sandbox counts fen in 32 bits. */
const MOST_FEN = 2_000_000_000

async function wrongOrder({
  method,
  biz,
  text,
  charset,
  merchant,
}: AuthenticCall): Promise<GatewayRefusal | undefined> {
  if (!/^\w{1,64}$/.test(biz.out_trade_no ?? ''))
    return invalidParameter('out_trade_no', {
      zh: '1 到 64 位字母、数字或下划线',
      en: '1 to 64 letters, digits or underscores',
    })
  const fen = parseYuan(biz.total_amount ?? '')
  if (!fen)
    return invalidParameter('total_amount', {
      zh: '0.01 起，单位元，最多两位小数',
      en: 'from 0.01, in yuan with at most two decimals',
    })
  if (fen > MOST_FEN)
    return refused(
      'ACQ.TOTAL_FEE_EXCEED',
      `total_amount：沙箱最多到 ${formatYuan(MOST_FEN)} 元`,
      `total_amount: the sandbox takes up to ${formatYuan(MOST_FEN)} yuan`,
    )
  const subject = biz.subject ?? ''
  if (subject === '' || Array.from(subject).length > 256)
    return invalidParameter('subject', { zh: '必填，最多 256 个字', en: 'needed, at most 256 characters' })
  const products = PRODUCTS[method] ?? []
  if (!products.includes(biz.product_code ?? ''))
    return invalidParameter('product_code', { zh: `要写 ${products[0]}`, en: `must be ${products[0]}` })
  if (biz.seller_id && biz.seller_id !== merchant.partner)
    return invalidParameter('seller_id', {
      zh: `要写 ${merchant.partner}`,
      en: `must be ${merchant.partner}`,
    })
  return wrongText(biz, charset) ?? wrongTimeLimit(biz) ?? wrongAddress(biz, text, merchant)
}

/** What messages repeat: they join raw values, so a value must not look like another parameter. */
function wrongText(biz: Text, charset: AuthenticCall['charset']): GatewayRefusal | undefined {
  for (const name of ['subject', 'body', 'passback_params']) {
    const value = biz[name] ?? ''
    if (/[\x00-\x1f\x7f]/.test(value))
      return invalidParameter(name, {
        zh: '不能有换行或控制字符',
        en: 'no line breaks or control characters',
      })
    if (/&\w+=/.test(value))
      return invalidParameter(name, {
        zh: '不能有“&名称=”这样的内容：签名的字符串里它会像另一个参数',
        en: 'nothing like “&name=”: in the signed text it would look like another parameter',
      })
    const character = firstUnencodable(value, charset)
    if (character)
      return invalidParameter(name, {
        zh: `${charset} 里没有“${character}”这个字`,
        en: `${charset} has no character “${character}”`,
      })
  }
  return undefined
}

/** The moment is one of the merchant's clock, which is the machine's however far the sandbox's is ahead. */
function wrongTimeLimit({ timeout_express, time_expire }: Text): GatewayRefusal | undefined {
  if (timeout_express && !isDuration(timeout_express))
    return invalidParameter('timeout_express', { zh: '1m 到 15d，或者 1c', en: '1m to 15d, or 1c' })
  const until = time_expire ? readTimeExpire(time_expire) : undefined
  if (time_expire && (!until || until <= new Date()))
    return invalidParameter('time_expire', {
      zh: '将来的时刻，yyyy-MM-dd HH:mm:ss，北京时间',
      en: 'a moment to come, yyyy-MM-dd HH:mm:ss in Beijing time',
    })
  return undefined
}

const MINUTES: Record<string, number> = { m: 1, h: 60, d: 24 * 60 }

function isDuration(text: string): boolean {
  const [, count = '', unit = ''] = /^([1-9]\d{0,4})([mhd])$/.exec(text) ?? []
  return text === '1c' || (count !== '' && Number(count) * (MINUTES[unit] ?? 0) <= 15 * 24 * 60)
}

function wrongAddress(
  biz: Text,
  text: Text,
  merchant: AuthenticCall['merchant'],
): GatewayRefusal | undefined {
  const refusal = wrongUrl(text, merchant)
  if (refusal) return { ...refusal, code: 'ACQ.INVALID_PARAMETER' }
  return biz.quit_url && !/^https?:\/\//.test(biz.quit_url)
    ? invalidParameter('quit_url', {
        zh: '要写 http 或 https 的网址',
        en: 'must be an http or https address',
      })
    : undefined
}

/** A second request for the same order must bring the same amount and subject, and come before it is paid or closed. */
async function storeOrder({ method, merchant, appId, charset, text, biz }: AuthenticCall) {
  const key = { partner: merchant.partner, outTradeNo: biz.out_trade_no ?? '' }
  const { notify_url, return_url } = text
  const until = readTimeExpire(biz.time_expire ?? '')
  const request = {
    ...biz,
    ...(until && { time_expire: formatBeijingTime(new Date(until.getTime() + (await aheadMs()))) }),
    app_id: appId,
    ...(notify_url && { notify_url }),
    ...(return_url && { return_url }),
  }
  const totalFen = parseYuan(biz.total_amount ?? '')
  if (totalFen === undefined) throw new Error('a checked request has no total')
  const data = { service: method, charset, request, totalFen, instant: true, requestedAt: await now() }

  const existing = await db().trade.findUnique({ where: { partner_outTradeNo: key } })
  if (existing?.tradeStatus) {
    const isSame =
      isOpen(existing.service) &&
      existing.totalFen === totalFen &&
      requestOf(existing).subject === biz.subject
    if (!isSame)
      return refused(
        'ACQ.CONTEXT_INCONSISTENT',
        '同一个 out_trade_no，金额或标题与上一次请求的不同',
        'The same out_trade_no with another amount or subject than in the request before',
      )
    if (existing.tradeStatus === 'TRADE_CLOSED')
      return refused('ACQ.TRADE_HAS_CLOSE', '这笔交易已经关闭', 'This trade is closed')
    if (existing.tradeStatus !== 'WAIT_BUYER_PAY')
      return refused('ACQ.TRADE_HAS_SUCCESS', '这笔交易已经付款', 'This trade is paid')
    return { kind: 'accepted' as const, tradeId: existing.id }
  }
  const { id: tradeId } = await db().trade.upsert({
    where: { partner_outTradeNo: key },
    create: { ...key, ...data },
    update: data,
    select: { id: true },
  })
  return { kind: 'accepted' as const, tradeId }
}
