import { expect, it } from 'vitest'
import { REFUND_STATUSES, type RefundStatus, TRADE_STATUSES, type TradeStatus } from '@/lib/alipay/status'
import { type BuyersOrder, nextStepOfBuyer } from './next-step'

const TRADES = [null, ...(Object.keys(TRADE_STATUSES) as TradeStatus[])]
const REFUNDS = [null, ...(Object.keys(REFUND_STATUSES) as RefundStatus[])]

const step = (order: Partial<BuyersOrder>) =>
  nextStepOfBuyer({
    ...{ gateway: 'partner', stage: 'unpaid', refundedFen: 0, refunds: [] },
    ...{ tradeStatus: null, refundStatus: null, paidAt: null, events: [], doubt: 'none' },
    hasRefusedPayment: false,
    ...order,
  })

it('[T5.4a] [T5.4b] A buyer is told what comes next in every state, in both languages', () => {
  for (const tradeStatus of TRADES)
    for (const refundStatus of REFUNDS)
      for (const paidAt of [null, new Date()]) {
        const { zh, en } = step({ tradeStatus, refundStatus, paidAt })
        expect(zh, `${tradeStatus} ${refundStatus}`).toMatch(/。$/)
        expect(en, `${tradeStatus} ${refundStatus}`).toMatch(/^[A-Z][^一-龥]+\.$/)
      }
})

it('[T5.4b] A refund that is under way goes before the trade', () => {
  const waiting = step({ tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS', refundStatus: 'WAIT_BUYER_RETURN_GOODS' })
  expect(waiting.zh).toContain('把货寄回')
  expect(waiting.atGateway).toBe(true)
})

it('[T5.4e] After a refusal the buyer changes the request, or cancels it', () =>
  expect(step({ tradeStatus: 'WAIT_SELLER_SEND_GOODS', refundStatus: 'SELLER_REFUSE_BUYER' })).toMatchObject({
    zh: expect.stringContaining('修改申请再提交'),
    atGateway: true,
  }))

it('After a refund that was closed the trade goes on', () => {
  const { zh } = step({ tradeStatus: 'WAIT_BUYER_CONFIRM_GOODS', refundStatus: 'REFUND_CLOSED' })
  expect(zh).toMatch(/^退款申请已结束。.*确认收货/)
})

it('Closed unpaid is not closed after a refund', () => {
  expect(step({ tradeStatus: 'TRADE_CLOSED' }).zh).toContain('重新下单')
  expect(step({ tradeStatus: 'TRADE_CLOSED', paidAt: new Date() }).zh).not.toContain('重新下单')
})

it('[#54] A buyer who paid late is told so, whatever the state', () => {
  for (const tradeStatus of TRADES)
    expect(step({ tradeStatus, events: [{ kind: 'created' }, { kind: 'paid_late' }] }).zh).toContain(
      '钱没有丢',
    )
})

it('[T5.3] A buyer is never told to pay, or to order again, while it is not sure that nothing was paid', () => {
  for (const tradeStatus of [null, 'WAIT_BUYER_PAY', 'TRADE_CLOSED'] as const)
    for (const doubts of [
      { doubt: 'unanswered' },
      { doubt: 'handed_over' },
      { hasRefusedPayment: true },
    ] as const) {
      const { zh, en } = step({ tradeStatus, ...doubts })
      expect(zh).toContain('请不要再付')
      expect(zh).not.toContain('请重新下单')
      expect(en).toMatch(/do not pay again/i)
    }
  const paid = step({
    ...{ tradeStatus: 'WAIT_SELLER_SEND_GOODS', paidAt: new Date() },
    hasRefusedPayment: true, // by a second trade
  })
  expect(paid.zh).toContain('等卖家发货')
})

it('In an order of the open platform the buyer does all in the shop', () => {
  const open = { gateway: 'open', tradeStatus: 'TRADE_SUCCESS', paidAt: new Date() } as const
  const says = (order: Partial<BuyersOrder>) => step({ ...open, ...order })
  for (const stage of ['unpaid', 'paid', 'shipped', 'finished', 'closed'])
    for (const refunds of [[], [{ state: 'asked' }], [{ state: 'sent' }], [{ state: 'made' }]]) {
      const { zh, en, atGateway } = says({ stage, refunds })
      expect(zh).toMatch(/。$/)
      expect(en).toMatch(/^[A-Z][^一-龥]+\.$/)
      expect(zh).not.toContain('到支付宝')
      expect(atGateway).toBe(false)
    }
  expect(says({ stage: 'shipped' }).zh).toContain('确认收货')
  expect(says({ stage: 'shipped', refunds: [{ state: 'asked' }] }).zh).toContain('等卖家答复')
  expect(says({ stage: 'closed', refunds: [{ state: 'asked' }] }).zh).toContain('全额退回')
  expect(says({ stage: 'closed', refundedFen: 100, events: [{ kind: 'paid_late' }] }).zh).toContain(
    '全额退回',
  )
})
