import { describe, expect, it } from 'vitest'
import { accountIn } from '../testing/account'
import { ESCROW_TRADE } from '../testing/trades'
import type { SignedRequest } from '../signed-request'
import { RequestRefusedError } from '../refusal'
import {
  closeTrade,
  createPartnerTradeByBuyer,
  type EscrowParams,
  sendGoodsConfirmByPlatform,
  singleTradeQuery,
} from './services'
import ownVectors from './vectors-own.json'

describe('the request for an escrow trade', () => {
  it.each(['E01', 'E02', 'E03', 'E05', 'E06'])('[F1a] [T3.3a] it is signed as in vector %s', (id) => {
    const vector = ownVectors.vectors.find((one) => one.id.startsWith(id))
    const { service, partner, _input_charset, ...params } = vector?.params as unknown as Record<
      string,
      string
    >
    const account = { ...accountIn(_input_charset as 'utf-8'), partner: partner ?? '' }
    const { fields } = createPartnerTradeByBuyer(account, params as unknown as EscrowParams)
    expect(fields.get('service')).toBe(service)
    expect(fields.get('sign')).toBe(vector?.expected_sign)
  })

  it('[T3.3a] it carries what the order says, and nothing that was not asked for', () => {
    const { fields } = createPartnerTradeByBuyer(accountIn('utf-8'), ESCROW_TRADE)
    expect(Object.fromEntries(fields)).toMatchObject(ESCROW_TRADE)
    const added = [...fields.keys()].filter((name) => !(name in ESCROW_TRADE)).sort()
    expect(added).toEqual(['_input_charset', 'partner', 'service', 'sign', 'sign_type'])
  })

  it('[T5.1] [#46] what the gateway would refuse is not signed; the error names parameter and code', () => {
    const wrong = { ...ESCROW_TRADE, price: '0.00', subject: '🍵' }
    expect(() => createPartnerTradeByBuyer(accountIn('gbk'), wrong)).toThrow(RequestRefusedError)
    expect(() => createPartnerTradeByBuyer(accountIn('gbk'), wrong)).toThrow(
      /(?=.*price: .*\(ILLEGAL_ARGUMENT\))(?=.*subject: .*\(ILLEGAL_SIGN\))/,
    )
  })
})

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
