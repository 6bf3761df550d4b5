import type { Merchant } from '@/generated/sandbox/client'
import { parseCharset, type Charset } from '../alipay/charset'
import type { ErrorCode } from '../alipay/error-codes'
import { escrowTotalFen } from '../alipay/escrow-total'
import { type RawParams, parseForm, textOf, toText } from '../alipay/params'
import { checkEscrowRequest } from '../alipay/request-rules'
import { md5Sign, signsEqual, stringToSign } from '../alipay/sign'
import { now } from './clock'
import { db } from './db'
import { findMerchant, isAllowedUrl, PAYMENT_SERVICES } from './merchants'
import { requestOf } from './request-of'

/** Why a request ends on the error page. `signed` is the string that the gateway signed, the key masked. */
export interface GatewayRefusal {
  kind: 'refused'
  code: string
  reason: string
  signed?: string
}

export type Acceptance = { kind: 'accepted'; tradeId: string } | GatewayRefusal

const refused = (code: ErrorCode, reason: string, signed?: string): GatewayRefusal => ({
  kind: 'refused',
  code,
  reason,
  signed,
})

/**
 * The gateway's front door for payments. Checks service, partner, contract, sign, parameters, business rules, in this
 * order (protocol.md 3), and keeps the request; the trade itself begins when the buyer logs in. `query` and `body`
 * are raw bytes; a GET has no body.
 */
export async function acceptRequest(query: Uint8Array, body: Uint8Array | undefined): Promise<Acceptance> {
  const fromQuery = parseForm(query)
  const fromBody = body ? parseForm(body) : undefined
  const params: RawParams = new Map([
    ...(fromQuery.ok ? fromQuery.params : []),
    ...(fromBody?.ok ? fromBody.params : []),
  ])
  if (body && fromBody && !fromBody.ok && body.length > 0) return refused('ILLEGAL_ARGUMENT', fromBody.reason)
  if (!fromQuery.ok && query.length > 0) return refused('ILLEGAL_ARGUMENT', fromQuery.reason)

  const service = params.get('service')
  if (!service) return refused('ILLEGAL_SERVICE', '请求里没有 service，其它参数可能也全部丢失了')
  if (!PAYMENT_SERVICES.some((known) => known === service)) {
    return refused('ILLEGAL_SERVICE', `没有名为 ${service.slice(0, 80)} 的接口`)
  }
  const partner = params.get('partner') ?? ''
  const merchant = await findMerchant(partner)
  if (!merchant) return refused('ILLEGAL_PARTNER', `没有合作身份者 ID 为“${partner.slice(0, 40)}”的商户`)
  if (!merchant.services.includes(service))
    return refused('HAS_NO_PRIVILEGE', `商户 ${partner} 的签约里没有 ${service}`)

  const urlCharset = body
    ? fromQuery.ok
      ? fromQuery.params.get('_input_charset')
      : undefined
    : params.get('_input_charset')
  const signed = checkSign(params, urlCharset, merchant)
  if (signed.kind === 'refused') return signed

  const { charset, text } = signed
  const refusal = checkEscrowRequest(text, charset)[0]
  if (refusal) return refused(refusal.code, `${refusal.parameter}：${refusal.zh}`)
  if (text.notify_url && !isAllowedUrl(text.notify_url, merchant)) {
    return refused(
      'ILLEGAL_ARGUMENT',
      `notify_url 的主机不在该商户的 allowed_hosts 里（现在是 ${merchant.allowedHosts.join('、')}）`,
    )
  }
  return (await checkSeller(text, merchant)) ?? keepRequest(text, charset, merchant)
}

type Text = Readonly<Record<string, string>>

function checkSign(params: RawParams, urlCharset: string | undefined, merchant: Merchant) {
  const signType = params.get('sign_type') ?? ''
  if (signType === 'RSA' || signType === 'DSA') {
    return refused('ILLEGAL_SECURITY_PROFILE', `商户没有上传 ${signType} 公钥，这里只有 MD5`)
  }
  if (signType !== 'MD5')
    return refused('ILLEGAL_SIGN_TYPE', `sign_type 是“${signType.slice(0, 20)}”，应为大写的 MD5`)

  const charset = parseCharset(params.get('_input_charset') ?? merchant.charset)
  if (!charset) return refused('ILLEGAL_ARGUMENT', '_input_charset 只能是 utf-8、gbk 或 gb2312')
  const bytesToSign = stringToSign(params)
  const masked = `${textOf(bytesToSign, charset) ?? bytesToSign}********`
  const isAscii = /^[\x00-\x7f]*$/.test(bytesToSign)
  // The gateway has to know the charset before it reads the body (protocol.md 4.4).
  if (!isAscii && charset === 'utf-8' && parseCharset(urlCharset ?? 'gbk') !== 'utf-8') {
    return refused('ILLEGAL_SIGN', '表单的 action 里没有 ?_input_charset=utf-8，网关按 GBK 读了正文', masked)
  }
  const text = toText(params, charset)
  if (!text) return refused('ILLEGAL_SIGN', `收到的字节不是 ${charset} 编码`, masked)
  if (!signsEqual(params.get('sign') ?? '', md5Sign(bytesToSign, merchant.key))) {
    return refused('ILLEGAL_SIGN', '收到的 sign 与网关算出的不一致', masked)
  }
  return { kind: 'signed' as const, charset, text: Object.fromEntries(text) as Text }
}

async function checkSeller(text: Text, merchant: Merchant): Promise<GatewayRefusal | undefined> {
  const { seller_id, seller_account_name, seller_email, buyer_email, buyer_id } = text // in the order of protocol.md 2.2
  const email = seller_account_name ?? seller_email
  const seller = seller_id
    ? await findMerchant(seller_id)
    : await db().merchant.findUnique({ where: { sellerEmail: email ?? '' } })
  if (!seller) return refused('SELLER_NOT_EXIST', `没有卖家 ${seller_id ?? email}`)
  if (seller.partner !== merchant.partner) {
    return refused(
      'SELLER_NOT_IN_SPECIFIED_SELLERS',
      `卖家 ${seller_id ?? email} 不是签约商户 ${merchant.partner} 的账号`,
    )
  }
  if (buyer_email === seller.sellerEmail || buyer_id === seller.partner) {
    return refused('BUYER_SELLER_EQUAL', '买家和卖家是同一个账号')
  }
  return undefined
}

/** A second request for the same order must bring the same data, and only until it is paid or closed. */
async function keepRequest(text: Text, charset: Charset, merchant: Merchant): Promise<Acceptance> {
  const key = { partner: merchant.partner, outTradeNo: text.out_trade_no ?? '' }
  const totalFen = escrowTotalFen((name) => text[name])
  if (totalFen === undefined) throw new Error('a checked request has no total')
  const data = { service: text.service ?? '', charset, request: text, totalFen, requestedAt: await now() }

  const existing = await db().trade.findUnique({ where: { partner_outTradeNo: key } })
  if (existing?.tradeStatus) {
    if (existing.tradeStatus !== 'WAIT_BUYER_PAY')
      return refused('TRADE_NOT_ALLOWED_PAY', '这笔交易已经付款或已经关闭')
    const before = businessData(requestOf(existing))
    const after = businessData(text)
    const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
      (name) => before.get(name) !== after.get(name),
    )
    return changed.length > 0
      ? refused(
          'TRADE_DATA_MATCH_ERROR',
          `同一个 out_trade_no，与上一次请求不同的参数：${changed.join('、')}`,
        )
      : { kind: 'accepted', tradeId: existing.id }
  }
  const trade = await db().trade.upsert({
    where: { partner_outTradeNo: key },
    create: { ...key, ...data },
    update: data,
    select: { id: true },
  })
  return { kind: 'accepted', tradeId: trade.id }
}

const NOT_BUSINESS = ['sign', 'sign_type', '_input_charset', 'notify_url', 'return_url', 'show_url', 'token']

const businessData = (text: Text) =>
  new Map(Object.entries(text).filter(([name]) => !NOT_BUSINESS.includes(name)))
