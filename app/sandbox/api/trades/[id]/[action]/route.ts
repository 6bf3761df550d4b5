import { z } from 'zod'
import { parseYuan } from '@/lib/alipay/money'
import { describeTrade } from '@/lib/sandbox/describe-trade'
import { findTrade } from '@/lib/sandbox/find-trade'
import { LOGISTICS_GROUPS, logIn, pay, TEST_BUYER } from '@/lib/sandbox/trade'
import { LIFE_ACTIONS, type LifeDetails, live } from '@/lib/sandbox/trade-life'
import { answer, controlRoute, readFields, refusal } from '../../../../sandbox-route'

/** A JSON boolean, or a form's word. */
const Flag = z.union([z.boolean(), z.stringbool()])

const Login = z.object({ buyer_email: z.string().default(TEST_BUYER) })
const Pay = z
  .object({ logistics: z.enum(LOGISTICS_GROUPS).default(''), instant: Flag.default(false) })
  .transform(({ logistics: group, instant }) => ({ group, instant }))

/** Yuan as text, to fen. */
const Amount = z.string().transform((text, context) => {
  const fen = parseYuan(text)
  if (fen === undefined) context.addIssue('金额要写成 0.01 这样，单位元，最多两位小数')
  return fen ?? z.NEVER
})
const Text = z.string().regex(/^[^\x00-\x1f\x7f]{0,64}$/, '最多 64 个字符，不能换行')

const Life = z
  .object({
    goods_received: Flag.optional(),
    amount: Amount.optional(),
    total_fee: Amount.optional(),
    transport_type: z.enum(['POST', 'EXPRESS', 'EMS', 'DIRECT']).optional(),
    logistics_name: Text.optional(),
    invoice_no: Text.optional(),
  })
  .transform((fields): LifeDetails => ({
    goodsReceived: fields.goods_received,
    refundFen: fields.amount,
    totalFen: fields.total_fee,
    shipment: {
      transportType: fields.transport_type,
      logisticsName: fields.logistics_name,
      invoiceNo: fields.invoice_no,
    },
  }))

/** What a party can do to a trade. `fields` are those of the request. */
const ACTIONS = new Map<string, (tradeId: string, fields: unknown) => Promise<unknown>>([
  ['login', (tradeId, fields) => logIn(tradeId, Login.parse(fields).buyer_email)],
  ['pay', (tradeId, fields) => pay(tradeId, Pay.parse(fields))],
  ...LIFE_ACTIONS.map(
    (action) =>
      [action, (tradeId: string, fields: unknown) => live(tradeId, action, Life.parse(fields))] as const,
  ),
])

export const POST = controlRoute<{ id: string; action: string }>(async (request, { id, action }) => {
  const act = ACTIONS.get(action)
  if (!act) return refusal(404, 'ILLEGAL_ACTION', `没有 ${action} 这个操作`)
  const before = await findTrade(id)
  if (!before) return refusal(404, 'TRADE_NOT_EXIST', '没有这笔交易')
  await act(before.id, await readFields(request))
  const after = await findTrade(id)
  return answer(request, after && describeTrade(after))
})
