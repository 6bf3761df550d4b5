import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { parseForm } from '../alipay/params'
import { advanceClock } from './courier'
import { deliveryState } from './describe-trade'
import { findCashierTrade, reset } from './find-trade'
import { accepted, aMerchant, escrowFields, postRequest } from './testing/requests'
import { stubShop, type StubShop } from './testing/stub-shop'
import { logIn, pay, TEST_BUYER } from './trade'
import { LIFE_ACTIONS, type LifeAction, live } from './trade-life'

let shop: StubShop
beforeAll(async () => {
  shop = await stubShop()
})
afterAll(() => shop.close())
beforeEach(async () => {
  await reset()
  shop.received = []
})

async function aPaidTrade() {
  const merchant = await aMerchant()
  const id = await accepted(postRequest(escrowFields(merchant, shop.url), merchant.key))
  await pay(id)
  return id
}

/** Does these one after the other; a question mark says that the buyer has the goods. Answers the messages' parameters. */
async function after(id: string, ...actions: (LifeAction | 'refund-apply?')[]) {
  for (const action of actions) {
    if (action === 'refund-apply?') await live(id, 'refund-apply', { goodsReceived: true })
    else await live(id, action)
  }
  await advanceClock(0)
  await expect
    .poll(async () =>
      (await findCashierTrade(id))?.deliveries.every((delivery) => deliveryState(delivery) === 'delivered'),
    )
    .toBe(true)
  return shop.received.map(({ body }) => {
    const parsed = parseForm(Buffer.from(body))
    if (!parsed.ok) throw new Error(parsed.reason)
    return Object.fromEntries(parsed.params)
  })
}

const states = (messages: Record<string, string>[]) =>
  messages.map(({ trade_status, refund_status }) =>
    refund_status ? `${trade_status} + ${refund_status}` : trade_status,
  )

const [PAY, PAID, SHIPPED] = ['WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS']

describe('The life of a trade is notified step by step:', () => {
  it('[T5.4a] paid, shipped, confirmed', async () => {
    const messages = await after(await aPaidTrade(), 'ship', 'confirm')
    expect(states(messages)).toEqual([PAY, PAID, SHIPPED, 'TRADE_FINISHED'])
    expect(messages.map((message) => 'gmt_send_goods' in message)).toEqual([false, false, true, true])
    expect(messages.map((message) => 'gmt_close' in message)).toEqual([false, false, false, true])
  })

  it('[T5.4c] [T5.4d] refunded before shipping', async () => {
    const messages = await after(await aPaidTrade(), 'refund-apply', 'refund-agree')
    expect(states(messages).slice(2)).toEqual([
      `${PAID} + WAIT_SELLER_AGREE`,
      'TRADE_CLOSED + REFUND_SUCCESS',
    ])
    const last = messages.at(-1)
    expect(last?.gmt_close).toBe(last?.gmt_refund)
  })

  it('[T5.4b] [T5.4e] refunded with the goods sent back, after a refusal and a second application', async () => {
    const messages = await after(
      await aPaidTrade(),
      ...(['ship', 'refund-apply?', 'refund-refuse', 'refund-apply?', 'refund-agree'] as const),
      ...(['refund-return-goods', 'refund-receive-goods'] as const),
    )
    expect(states(messages).slice(3)).toEqual([
      `${SHIPPED} + WAIT_SELLER_AGREE`,
      `${SHIPPED} + SELLER_REFUSE_BUYER`,
      `${SHIPPED} + WAIT_SELLER_AGREE`,
      `${SHIPPED} + WAIT_BUYER_RETURN_GOODS`,
      `${SHIPPED} + WAIT_SELLER_CONFIRM_GOODS`,
      'TRADE_CLOSED + REFUND_SUCCESS',
    ])
  })

  it('a refund overtaken by the shipping is closed, and the finished trade tells nothing of it', async () => {
    const messages = await after(await aPaidTrade(), 'refund-apply', 'ship', 'confirm')
    expect(states(messages).slice(2)).toEqual([
      `${PAID} + WAIT_SELLER_AGREE`,
      `${SHIPPED} + REFUND_CLOSED`,
      'TRADE_FINISHED',
    ])
    expect(messages.at(-1)).not.toHaveProperty('gmt_refund')
  })

  it('a refund that the buyer takes back is closed, and the trade goes on', async () => {
    const messages = await after(await aPaidTrade(), 'refund-apply', 'refund-cancel')
    expect(states(messages).slice(3)).toEqual([`${PAID} + REFUND_CLOSED`])
  })

  it('closed unpaid', async () => {
    const merchant = await aMerchant()
    const id = await accepted(postRequest(escrowFields(merchant, shop.url), merchant.key))
    await logIn(id, TEST_BUYER)
    const messages = await after(id, 'close')
    expect(states(messages)).toEqual([PAY, 'TRADE_CLOSED'])
    expect(messages.at(-1)).not.toHaveProperty('gmt_payment')
    expect(messages.at(-1)).toHaveProperty('logistics_type')
  })
})

describe('An action that the trade does not allow now is TRADE_STATUS_NOT_AVAILD and changes nothing:', () => {
  const allowed: Record<string, LifeAction[]> = {
    'before the login': [],
    'waiting for the payment': ['close'],
    paid: ['ship', 'refund-apply'],
    shipped: ['confirm', 'refund-apply'],
    finished: [],
  }
  const way: Record<string, (id: string) => Promise<unknown>> = {
    'before the login': async () => {},
    'waiting for the payment': (id) => logIn(id, TEST_BUYER),
    paid: (id) => pay(id),
    shipped: async (id) => live((await pay(id)).id, 'ship'),
    finished: async (id) => live((await live((await pay(id)).id, 'ship')).id, 'confirm'),
  }

  it.each(Object.keys(allowed))('%s', async (state) => {
    const merchant = await aMerchant()
    const id = await accepted(postRequest(escrowFields(merchant, shop.url), merchant.key))
    await way[state]?.(id)
    const before = await findCashierTrade(id)
    for (const action of LIFE_ACTIONS.filter((action) => !allowed[state]?.includes(action))) {
      await expect(live(id, action)).rejects.toMatchObject({ code: 'TRADE_STATUS_NOT_AVAILD' })
    }
    expect((await findCashierTrade(id))?.version).toBe(before?.version)
  })
})

it('Of two parties who act at the same instant one is told that the trade has moved', async () => {
  const id = await aPaidTrade()
  const results = await Promise.allSettled([live(id, 'ship'), live(id, 'refund-apply')])
  const moved = results.filter(({ status }) => status === 'fulfilled').length
  const { version } = (await findCashierTrade(id)) ?? {}
  expect(version).toBe(2 + moved) // the login, the payment, and as many as were told that they succeeded
})
