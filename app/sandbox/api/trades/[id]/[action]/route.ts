import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { LOGISTICS_TYPES } from '@/lib/alipay/logistics'
import { parseYuan } from '@/lib/alipay/money'
import { ActionError } from '@/lib/sandbox/action-error'
import { untilDelivered } from '@/lib/sandbox/delivery/delivery-queue'
import { describeTrade } from '@/lib/sandbox/trade/describe-trade'
import { findTrade, findTradeById, noSuchTrade } from '@/lib/sandbox/trade/find-trade'
import { refundTrade } from '@/lib/sandbox/trade/refund-trade'
import { isOpen } from '@/lib/sandbox/merchants/methods'
import { inBoth } from '@/lib/sandbox/validation-messages'
import { LOGISTICS_GROUPS, logIn, pay, TEST_BUYER } from '@/lib/sandbox/trade/cashier-steps'
import { act, type ActionDetails, TRADE_ACTIONS } from '@/lib/sandbox/trade/trade-actions'
import { answer, controlRoute, isBrowser, readFields } from '../../../../sandbox-route'

/** A boolean, in JSON or in a form. */
const Flag = z.union([z.boolean(), z.stringbool()])

const Login = z.object({ buyer_email: z.string().default(TEST_BUYER) })
const Pay = z
  .object({ logistics: z.enum(LOGISTICS_GROUPS).default(''), instant: Flag.default(false) })
  .transform(({ logistics: group, instant }) => ({ group, instant }))

/** Yuan as text, read as fen. */
const Amount = z
  .string()
  .refine(
    (text) => parseYuan(text) !== undefined,
    inBoth(
      '金额要写成 0.01 这样，单位元，最多两位小数',
      'Write an amount in yuan like 0.01, with at most two decimals',
    ),
  )
  .transform((text) => parseYuan(text))
const Text = z
  .string()
  .refine(
    (text) => /^[^\x00-\x1f\x7f]{0,64}$/.test(text),
    inBoth('最多 64 个字符，不能换行', 'At most 64 characters, no line breaks'),
  )

const Details = z
  .object({
    goods_received: Flag.optional(),
    amount: Amount.optional(),
    total_fee: Amount.optional(),
    transport_type: z.enum(LOGISTICS_TYPES).optional(),
    logistics_name: Text.optional(),
    invoice_no: Text.optional(),
  })
  .transform((fields): ActionDetails => ({
    goodsReceived: fields.goods_received,
    refundFen: fields.amount,
    totalFen: fields.total_fee,
    shipment: {
      transportType: fields.transport_type,
      logisticsName: fields.logistics_name,
      invoiceNo: fields.invoice_no,
    },
  }))

/** A refund of the open platform: by default all that is left, under a number of its own. */
const Refund = z.object({
  amount: Amount.optional(),
  out_request_no: Text.optional(),
  refund_reason: Text.optional(),
})

async function refund(tradeId: string, fields: unknown) {
  const { amount, out_request_no, refund_reason } = Refund.parse(fields)
  const trade = await findTradeById(tradeId)
  if (!isOpen(trade.service))
    throw new ActionError(
      'ILLEGAL_ACTION',
      '担保交易没有 refund：买家用 refund-apply 申请，卖家用 refund-agree 同意',
      'Escrow has no refund: the buyer uses refund-apply and the seller refund-agree',
    )
  if (amount === 0)
    throw new ActionError('ILLEGAL_ARGUMENT', '退款金额最少 0.01 元', 'A refund is at least 0.01 yuan')
  const fen = amount ?? trade.totalFen - trade.refundedFen
  const requestNo = out_request_no || randomBytes(16).toString('hex')
  return refundTrade(tradeId, { requestNo, fen, reason: refund_reason ?? null })
}

/** The actions of both parties. `fields` are those of the request. */
const ACTIONS = new Map<string, (tradeId: string, fields: unknown) => Promise<unknown>>([
  ['login', (tradeId, fields) => logIn(tradeId, Login.parse(fields).buyer_email)],
  ['pay', (tradeId, fields) => pay(tradeId, Pay.parse(fields))],
  ['refund', refund],
  ...TRADE_ACTIONS.map(
    (action) =>
      [action, (tradeId: string, fields: unknown) => act(tradeId, action, Details.parse(fields))] as const,
  ),
])

/** How long a page waits for the shop's answer; after that it says that the notification is being sent. */
const LONGEST_WAIT_MS = 3_000

export const POST = controlRoute<{ id: string; action: string }>(async (request, { id, action }) => {
  const run = ACTIONS.get(action)
  if (!run) throw new ActionError('ILLEGAL_ACTION', `没有 ${action} 这个操作`, `There is no action ${action}`)
  const before = await findTrade(id)
  if (!before) throw noSuchTrade()
  await run(before.id, await readFields(request))
  if (isBrowser(request)) await untilDelivered(before.id, LONGEST_WAIT_MS)
  const after = await findTrade(id)
  return answer(request, after && describeTrade(after))
})
