import { z } from 'zod'
import { describeTrade } from '@/lib/sandbox/describe-trade'
import { findTrade } from '@/lib/sandbox/find-trade'
import { LOGISTICS_GROUPS, logIn, pay, TEST_BUYER } from '@/lib/sandbox/trade'
import { LIFE_ACTIONS, live } from '@/lib/sandbox/trade-life'
import { answer, controlRoute, readFields, refusal } from '../../../../sandbox-route'

/** A JSON boolean, or a form's word. */
const Flag = z.union([z.boolean(), z.stringbool()])

const Login = z.object({ buyer_email: z.string().default(TEST_BUYER) })
const Pay = z
  .object({ logistics: z.enum(LOGISTICS_GROUPS).default(''), instant: Flag.default(false) })
  .transform(({ logistics: group, instant }) => ({ group, instant }))

const Life = z.object({ goods_received: Flag.default(false) })

/** What a party can do to a trade. `fields` are those of the request. */
const ACTIONS = new Map<string, (tradeId: string, fields: unknown) => Promise<unknown>>([
  ['login', (tradeId, fields) => logIn(tradeId, Login.parse(fields).buyer_email)],
  ['pay', (tradeId, fields) => pay(tradeId, Pay.parse(fields))],
  ...LIFE_ACTIONS.map(
    (action) =>
      [
        action,
        (tradeId: string, fields: unknown) =>
          live(tradeId, action, { goodsReceived: Life.parse(fields).goods_received }),
      ] as const,
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
