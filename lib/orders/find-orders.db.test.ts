import { expect, it } from 'vitest'
import { anOrder } from '../messages/testing/messages'
import { findFullOrder } from './find-orders'

it('The merchant sees an order whole, whoever ordered it', async () => {
  const { orderNo } = await anOrder()
  expect(await findFullOrder(orderNo)).toMatchObject({
    items: [{ name: '绿茶' }],
    events: [{ kind: 'created' }],
  })
})

it.each(['0', "1' OR '1'='1", '../1', '\0', '', 'x'.repeat(65)])(
  '[#67] There is no order of the number %j',
  async (orderNo) => expect(await findFullOrder(orderNo)).toBeNull(),
)
