import { randomInt } from 'node:crypto'
import type { Merchant } from '@/generated/sandbox/client'
import type { Charset } from '../../alipay/charset'
import { formEncode } from '../../alipay/params'
import { signParams } from '../../alipay/partner/sign'
import { acceptRequest } from '../requests/accept-request'
import { saveMerchant } from '../merchants/merchants'

const digits = (length: number) => Array.from({ length }, () => randomInt(10)).join('')

/** A merchant of its own for a test. */
export async function aMerchant(changes: Partial<Merchant> = {}): Promise<Merchant> {
  const number = digits(12)
  return saveMerchant({
    partner: `2088${number}`,
    key: 'sandboxtestkey0123456789abcdefgh',
    sellerEmail: `seller${number}@example.com`,
    services: ['create_partner_trade_by_buyer'],
    charset: 'gbk',
    stages: [],
    ownTimeouts: false,
    strictUrls: false,
    refundable: false,
    allowedHosts: ['127.0.0.1'],
    appId: null,
    appPublicKey: null,
    strictTime: false,
    ...changes,
  })
}

export type Fields = Record<string, string | undefined>

/** The fields of an escrow request of this merchant, unsigned. */
export function escrowFields(merchant: Merchant, shopUrl: string, changes: Fields = {}): Map<string, string> {
  const fields: Fields = {
    service: 'create_partner_trade_by_buyer',
    partner: merchant.partner,
    _input_charset: 'utf-8',
    notify_url: `${shopUrl}/notify`,
    return_url: `${shopUrl}/return`,
    out_trade_no: `T${digits(16)}`,
    subject: '绿茶 & "红茶"',
    payment_type: '1',
    price: '0.01',
    quantity: '1',
    logistics_type: 'EXPRESS',
    logistics_fee: '0.00',
    logistics_payment: 'SELLER_PAY',
    seller_email: merchant.sellerEmail,
    receive_name: '张三',
    receive_address: '杭州市西湖区 1 号',
    ...changes,
  }
  return new Map(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** Signs and posts a request as a browser does; `unsigned` changes fields after signing, as a forger does. */
export function postRequest(
  fields: Map<string, string>,
  key: string,
  charset: Charset = 'utf-8',
  unsigned: Fields = {},
) {
  const all = new Map([...fields, ['sign', signParams(fields, key, charset)], ['sign_type', 'MD5']])
  for (const [name, value] of Object.entries(unsigned)) {
    if (value === undefined) all.delete(name)
    else all.set(name, value)
  }
  const body = Buffer.from(formEncode(all, charset))
  return acceptRequest(Buffer.from(`_input_charset=${charset}`), body, { accept: 'text/html' })
}

/** The fields of a direct payment of this merchant, unsigned (protocol.md 2.5). */
export function directPayFields(
  merchant: Merchant,
  shopUrl: string,
  changes: Fields = {},
): Map<string, string> {
  const escrow = {
    price: undefined,
    quantity: undefined,
    receive_name: undefined,
    receive_address: undefined,
  }
  const logistics = { logistics_type: undefined, logistics_fee: undefined, logistics_payment: undefined }
  const direct = { service: 'create_direct_pay_by_user', subject: '绿茶一包', total_fee: '0.01' }
  return escrowFields(merchant, shopUrl, { ...escrow, ...logistics, ...direct, ...changes })
}

/** The fields of a request from this merchant's server, unsigned. */
export function serverFields(merchant: Merchant, service: string, changes: Fields = {}): Map<string, string> {
  const fields: Fields = { service, partner: merchant.partner, _input_charset: 'utf-8', ...changes }
  return new Map(Object.entries(fields).filter((pair): pair is [string, string] => pair[1] !== undefined))
}

/** The trade id of an accepted request. Throws where it was refused. */
export async function accepted(answer: ReturnType<typeof acceptRequest>): Promise<string> {
  const acceptance = await answer
  if (acceptance.kind === 'accepted') return acceptance.tradeId
  throw new Error(
    acceptance.kind === 'refused' ? `${acceptance.code}: ${acceptance.reason.en}` : 'an XML answer',
  )
}
