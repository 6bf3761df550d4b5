import type { Page } from '@playwright/test'
import { eventsOf, messagesOf, orderAndGoToCashier, stateOf, untilDelivered } from './buyer'
import type { Action, Sandbox } from './sandbox'
import { expect, test } from './test'

interface Life {
  title: string
  actions: (Action | { refundApply: 'goods received' })[]
  messages: number
  state: string
  trade: { trade_status: string; refund_status: string | null }
  events: string[]
}

const LIVES: Life[] = [
  {
    title: '[T5.4a] paid, shipped, confirmed',
    actions: ['pay', 'ship', 'confirm'],
    messages: 4,
    state: '交易成功结束',
    trade: { trade_status: 'TRADE_FINISHED', refund_status: null },
    events: ['下单', '付款成功', '卖家已发货', '交易完成'],
  },
  {
    title: '[T5.4c] [T5.4d] refunded before shipping',
    actions: ['pay', 'refund-apply', 'refund-agree'],
    messages: 4,
    state: '退款成功',
    trade: { trade_status: 'TRADE_CLOSED', refund_status: 'REFUND_SUCCESS' },
    events: ['下单', '付款成功', '交易关闭', '退款成功'],
  },
  {
    title: '[T5.4b] [T5.4e] refunded with the goods sent back, after a refusal and a second application',
    actions: [
      ...(['pay', 'ship', { refundApply: 'goods received' }, 'refund-refuse'] as const),
      ...([
        { refundApply: 'goods received' },
        'refund-agree',
        'refund-return-goods',
        'refund-receive-goods',
      ] as const),
    ],
    messages: 9,
    state: '退款成功',
    trade: { trade_status: 'TRADE_CLOSED', refund_status: 'REFUND_SUCCESS' },
    events: ['下单', '付款成功', '卖家已发货', '交易关闭', '退款成功'],
  },
  {
    title: 'closed unpaid',
    actions: ['login', 'close'],
    messages: 2,
    state: '交易关闭，没有付款',
    trade: { trade_status: 'TRADE_CLOSED', refund_status: null },
    events: ['下单', '交易关闭'],
  },
]

async function live(page: Page, shopUrl: string, sandbox: Sandbox, life: Life) {
  const orderNo = await orderAndGoToCashier(page, shopUrl)
  for (const action of life.actions) {
    if (typeof action === 'string') await sandbox.act(orderNo, action)
    else await sandbox.act(orderNo, 'refund-apply', { goods_received: true })
    await sandbox.advance('1s') // a second application is told from the first by its time
  }
  await untilDelivered(sandbox, orderNo, life.messages)

  await page.goto(`${shopUrl}/orders/${orderNo}`)
  await expect(stateOf(page)).toHaveText(life.state)
  expect(await sandbox.trade(orderNo)).toMatchObject(life.trade)
  await expect(messagesOf(page).filter({ hasText: 'applied' })).toHaveCount(life.messages)
  for (const words of life.events) await expect(eventsOf(page, words)).toHaveCount(1)
  await expect(page.getByRole('region', { name: '进度' }).getByRole('listitem')).toHaveCount(
    life.events.length,
  )
}

for (const life of LIVES) {
  test(`${life.title}: shop and gateway end in the same state, in UTF-8`, async ({ page, shop, sandbox }) =>
    live(page, shop.url, sandbox, life))

  test(`${life.title}: shop and gateway end in the same state, in GBK`, async ({ page, gbkShop, sandbox }) =>
    live(page, gbkShop.url, sandbox, life))
}
