import type { Merchant, Trade } from '@/generated/sandbox/client'
import { formatBeijingTime } from '../../../alipay/beijing-time'
import { formatYuan } from '../../../alipay/money'
import { hasControlCharacter } from '../../../alipay/partner/request-rules'
import type { XmlParams } from '../../../alipay/partner/write-xml-answer'
import { ActionError } from '../../action-error'
import type { Authentic, Text } from './authenticate'
import { db } from '../../db'
import { LOGISTICS_TYPES } from '../../../alipay/logistics'
import { isPublicAddress } from '../../address-kind'
import { type GatewayRefusal, refused } from '../refusal'
import { requestOf } from '../../trade-request'
import { act } from '../../trade/trade-actions'
import { type ServiceAnswer, tradeXml } from './xml-answer'

/**
 * 确认发货 (protocol.md 2.6): the seller's program reports that the goods were sent. A repeated call, before the buyer
 * confirms, succeeds and changes nothing.
 */
export async function sendGoods(request: Authentic): Promise<ServiceAnswer> {
  const { text, merchant } = request
  const wrong = wrongParameter(text)
  if (wrong) return wrong
  const trade = await db().trade.findFirst({ where: { tradeNo: text.trade_no, partner: merchant.partner } })
  if (!trade)
    return refused(
      'TRADE_NOT_EXIST',
      '没有这个交易号，或者它不是这个商户的',
      'There is no such trade_no, or it is another merchant’s',
    )
  const shipped = await ship(trade, text)
  if (!shipped)
    return refused(
      'TRADE_STATUS_NOT_AVAILD',
      `交易现在是 ${trade.tradeStatus}，不能发货`,
      `The trade is ${trade.tradeStatus}: nothing can be shipped`,
    )
  return tradeXml(request, 'tradeBase', tradeBase(shipped, merchant))
}

function wrongParameter(text: Text): GatewayRefusal | undefined {
  const type = text.transport_type ?? text.create_transport_type
  const illegal = (zh: string, en: string) => refused('ILLEGAL_ARGUMENT', zh, en)
  if (!/^\d{16,64}$/.test(text.trade_no ?? ''))
    return illegal(
      'trade_no：要写支付宝交易号，16 到 64 位数字',
      'trade_no: a trade number of Alipay’s, 16 to 64 digits',
    )
  if (!/^.{1,64}$/u.test(text.logistics_name ?? ''))
    return illegal(
      'logistics_name：要写物流公司名称，最多 64 个字',
      'logistics_name: the carrier’s name, at most 64 characters',
    )
  if (hasControlCharacter(Object.values(text).join('')))
    return illegal(
      '参数里不能有换行或控制字符',
      'Parameters must not contain line breaks or control characters',
    )
  if ((text.invoice_no?.length ?? 0) > 32)
    return illegal('invoice_no：最多 32 个字符', 'invoice_no: at most 32 characters')
  if (!type)
    return illegal(
      'transport_type 和 create_transport_type 至少要有一个',
      'transport_type or create_transport_type is needed',
    )
  const isKnown = (one: string) => LOGISTICS_TYPES.some((type) => type === one)
  if ([text.transport_type, text.create_transport_type].some((one) => one && !isKnown(one)))
    return illegal(
      `transport_type：只能是 ${LOGISTICS_TYPES.join('、')}`,
      `transport_type: one of ${LOGISTICS_TYPES.join(', ')}`,
    )
  return text.seller_ip && !isPublicAddress(text.seller_ip)
    ? refused(
        'ILLEGAL_CLIENT_IP',
        'seller_ip 要写卖家电脑的公网 IP 地址',
        'seller_ip must be the public IP address of the seller’s computer',
      )
    : undefined
}

/** The trade as shipped, now or before; undefined where its state does not allow it. */
async function ship(trade: Trade, text: Text): Promise<Trade | undefined> {
  if (trade.tradeStatus === 'WAIT_BUYER_CONFIRM_GOODS') return trade
  const shipment = {
    transportType: text.transport_type ?? text.create_transport_type,
    logisticsName: text.logistics_name,
    invoiceNo: text.invoice_no,
  }
  try {
    return await act(trade.id, 'ship', { shipment })
  } catch (error) {
    if (!(error instanceof ActionError)) throw error
    const now = await db().trade.findUnique({ where: { id: trade.id } }) // another request may have been faster
    return now?.tradeStatus === 'WAIT_BUYER_CONFIRM_GOODS' ? now : undefined
  }
}

/** The answer's elements in the order of the interface document; action lists stand in brackets here. */
function tradeBase(trade: Trade, merchant: Merchant): XmlParams {
  const time = (moment: Date | null) => formatBeijingTime(moment ?? trade.requestedAt)
  const buyerId = trade.buyerId ?? ''
  return [
    ['buyer_account', `${buyerId}0156`],
    ['buyer_actions', '[REFUND,CONFIRM_GOODS]'],
    ['buyer_login_email', trade.buyerEmail ?? ''],
    ['buyer_type', 'PRIVATE_ACCOUNT'],
    ['buyer_user_id', buyerId],
    ['channel', 'interface/digital'],
    ['create_time', time(trade.gmtCreate)],
    ['currency', '156'],
    ['gathering_type', requestOf(trade).payment_type ?? '1'],
    ['last_modified_time', time(trade.gmtSendGoods)],
    ['operator_role', 'B'],
    ['out_trade_no', trade.outTradeNo],
    ['partner_id', trade.partner],
    ['seller_account', `${merchant.partner}0156`],
    ['seller_actions', '[EXTEND_TIMEOUT]'],
    ['seller_login_email', merchant.sellerEmail],
    ['seller_type', 'CORPORATE_ACCOUNT'],
    ['seller_user_id', merchant.partner],
    ['service_fee', '0.00'],
    ['service_fee_ratio', '0.0'],
    ['stop_timeout', 'F'],
    ['total_fee', formatYuan(trade.totalFen)],
    ['trade_from', 'INST_PARTNER'],
    ['trade_no', trade.tradeNo ?? ''],
    ['trade_status', trade.tradeStatus ?? ''],
    ['trade_type', 'S'],
  ]
}
