import { directPayTotalFen, escrowTotalFen } from '../../../alipay/partner/totals'
import {
  checkDigitalGoodsRequest,
  checkDirectPayRequest,
  checkEscrowRequest,
} from '../../../alipay/partner/request-rules'
import type { Authentic, Text } from './authenticate'
import { now } from '../../clock'
import { db } from '../../db'
import { findMerchant } from '../../merchants/merchants'
import { isPublicAddress } from '../../address-kind'
import { type GatewayRefusal, refused } from '../refusal'
import { wrongUrl } from '../wrong-url'
import { requestOf } from '../../trade-request'
import { isInstantOnly } from '../../merchants/services'
import { isFreshTimestamp } from './query-timestamp'

export type PaymentAcceptance = { kind: 'accepted'; tradeId: string } | GatewayRefusal

/**
 * Checks an authentic request for a payment: parameters, then business rules (protocol.md 3). Stores the request; the
 * trade itself begins when the buyer logs in.
 */
export async function acceptPayment(request: Authentic): Promise<PaymentAcceptance> {
  return (
    wrongParameter(request) ??
    wrongUrl(request.text, request.merchant) ??
    (await wrongPhishingKey(request)) ??
    (await wrongSeller(request)) ??
    storeRequest(request)
  )
}

const CHECKS: Record<string, typeof checkEscrowRequest> = {
  create_direct_pay_by_user: checkDirectPayRequest,
  create_digital_goods_trade_p: checkDigitalGoodsRequest,
}

const OWN_TIMEOUTS = ['it_b_pay', 't_s_send_1', 't_s_send_2', 't_b_rec_post']

function wrongParameter({ service, text, charset, merchant }: Authentic): GatewayRefusal | undefined {
  const refusal = (CHECKS[service] ?? checkEscrowRequest)(text, charset)[0]
  if (refusal)
    return refused(refusal.code, `${refusal.parameter}：${refusal.zh}`, `${refusal.parameter}: ${refusal.en}`)
  const timeout = OWN_TIMEOUTS.find((name) => text[name])
  if (timeout && !merchant.ownTimeouts && !isInstantOnly(service))
    return refused(
      'SELF_TIMEOUT_NOT_SUPPORT',
      `商户的签约不含自定义超时，不能传 ${timeout}`,
      `The merchant’s contract allows no timeouts of its own: ${timeout} cannot be sent`,
    )
  if (text.agent && !/^2088\d{12}$/.test(text.agent))
    return refused(
      'ILLEGAL_AGENT',
      `agent“${text.agent.slice(0, 40)}”不是代理商的 ID`,
      `agent “${text.agent.slice(0, 40)}” is not the ID of an agent`,
    )
  if (text.exter_invoke_ip && !isPublicAddress(text.exter_invoke_ip))
    return refused(
      'ILLEGAL_EXTER_INVOKE_IP',
      'exter_invoke_ip 要写买家的公网 IP 地址',
      'exter_invoke_ip must be the buyer’s public IP address',
    )
  return undefined
}

async function wrongPhishingKey({ text, merchant }: Authentic): Promise<GatewayRefusal | undefined> {
  const key = text.anti_phishing_key
  if (!key) return undefined
  const fresh = await isFreshTimestamp(key, merchant)
  if (fresh === undefined)
    return refused(
      'ILLEGAL_ANTI_PHISHING_KEY',
      'anti_phishing_key 不是 query_timestamp 给出的',
      'anti_phishing_key was not given by query_timestamp',
    )
  return fresh
    ? undefined
    : refused(
        'ANTI_PHISHING_KEY_TIMEOUT',
        'anti_phishing_key 已超过 30 秒',
        'anti_phishing_key is older than 30 seconds',
      )
}

async function wrongSeller({ text, merchant }: Authentic): Promise<GatewayRefusal | undefined> {
  const { seller_id, seller_account_name, seller_email, buyer_email, buyer_id } = text // in the order of protocol.md 2.2
  const email = seller_account_name ?? seller_email
  const seller = seller_id
    ? await findMerchant(seller_id)
    : isSame(email, merchant.sellerEmail)
      ? merchant
      : await db().merchant.findUnique({ where: { sellerEmail: email ?? '' } })
  if (!seller)
    return refused(
      'SELLER_NOT_EXIST',
      `没有卖家 ${seller_id ?? email}`,
      `There is no seller ${seller_id ?? email}`,
    )
  if (seller.partner !== merchant.partner) {
    return refused(
      'SELLER_NOT_IN_SPECIFIED_SELLERS',
      `卖家 ${seller_id ?? email} 不是签约商户 ${merchant.partner} 的账号`,
      `Seller ${seller_id ?? email} is not an account of merchant ${merchant.partner}, who signed the contract`,
    )
  }
  if (isSame(buyer_email, seller.sellerEmail) || buyer_id === seller.partner) {
    return refused('BUYER_SELLER_EQUAL', '买家和卖家是同一个账号', 'Buyer and seller are the same account')
  }
  return undefined
}

/** E-mail addresses that differ in case only name the same account. */
const isSame = (one: string | undefined, other: string) => one?.toLowerCase() === other.toLowerCase()

/** A second request for the same order must bring the same data, and come before it is paid or closed. */
async function storeRequest({ service, text, charset, merchant }: Authentic): Promise<PaymentAcceptance> {
  const key = { partner: merchant.partner, outTradeNo: text.out_trade_no ?? '' }
  const instant = isInstantOnly(service)
  const totalFen = (instant ? directPayTotalFen : escrowTotalFen)((name) => text[name])
  if (totalFen === undefined) throw new Error('a checked request has no total')
  const data = { service, charset, request: text, totalFen, instant, requestedAt: await now() }

  const existing = await db().trade.findUnique({ where: { partner_outTradeNo: key } })
  if (existing?.tradeStatus) {
    if (existing.tradeStatus !== 'WAIT_BUYER_PAY')
      return refused('TRADE_NOT_ALLOWED_PAY', '这笔交易已经付款或已经关闭', 'This trade is paid or closed')
    return wrongRepeat(requestOf(existing), text) ?? { kind: 'accepted', tradeId: existing.id }
  }
  const trade = await db().trade.upsert({
    where: { partner_outTradeNo: key },
    create: { ...key, ...data },
    update: data,
    select: { id: true },
  })
  return { kind: 'accepted', tradeId: trade.id }
}

/** What may differ between two requests for one order; and the parties, each of which has several parameters. */
const NOT_BUSINESS = ['sign', 'sign_type', '_input_charset', 'notify_url', 'return_url', 'show_url', 'token']
const BUYER = ['buyer_email', 'buyer_id', 'buyer_account_name']
const SELLER = ['seller_email', 'seller_id', 'seller_account_name']

function wrongRepeat(before: Text, after: Text): GatewayRefusal | undefined {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  const changed = names.filter((name) => !NOT_BUSINESS.includes(name) && before[name] !== after[name])
  const isAnother = (party: string[]) =>
    changed.some((name) => party.includes(name) && before[name] && after[name])
  if (isAnother(BUYER))
    return refused(
      'TRADE_BUYER_NOT_MATCH',
      '同一个 out_trade_no，买家与上一次请求的不同',
      'The same out_trade_no with another buyer than in the request before',
    )
  if (isAnother(SELLER))
    return refused(
      'TRADE_SELLER_NOT_MATCH',
      '同一个 out_trade_no，卖家与上一次请求的不同',
      'The same out_trade_no with another seller than in the request before',
    )
  const data = changed.filter((name) => !BUYER.includes(name) && !SELLER.includes(name))
  return data.length > 0
    ? refused(
        'TRADE_DATA_MATCH_ERROR',
        `同一个 out_trade_no，与上一次请求不同的参数：${data.join('、')}`,
        `The same out_trade_no with parameters that differ from the request before: ${data.join(', ')}`,
      )
    : undefined
}
