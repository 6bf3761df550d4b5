import { expect, it } from 'vitest'
import type { SignedRequest } from '../request'
import { accountIn } from '../../testing/account'
import ownVectors from '../vectors-own.json'
import { closeTrade } from './close-trade'
import { sendGoodsConfirmByPlatform } from './send-goods-confirm-by-platform'
import { singleTradeQuery } from './single-trade-query'

const account = accountIn('utf-8')

it.each<[string, SignedRequest]>([
  ['E10', singleTradeQuery(account, { out_trade_no: 'T20110105-0001' })],
  [
    'E11',
    sendGoodsConfirmByPlatform(account, {
      trade_no: '2011010500000001',
      logistics_name: '顺丰速运',
      invoice_no: 'SF0000001',
      transport_type: 'EXPRESS',
    }),
  ],
  ['E15', closeTrade(account, { out_order_no: 'T20110105-0001' })],
])('[F1a] The request from server to server is signed as in vector %s', (id, { fields }) => {
  const vector = ownVectors.vectors.find((one) => one.id.startsWith(id))
  expect(fields.get('sign')).toBe(vector?.expected_sign)
})

it('A trade is closed by its number, as the seller', () => {
  const { fields } = closeTrade(account, { trade_no: '2011010500000001' })
  expect(Object.fromEntries(fields)).toMatchObject({ service: 'close_trade', trade_no: '2011010500000001', trade_role: 'S' }) // prettier-ignore
})
