import { describe, expect, it } from 'vitest'
import { RequestRefusedError } from '../request-refused'
import { accountIn } from '../../testing/account'
import { ESCROW_TRADE } from '../../testing/trades'
import ownVectors from '../vectors-own.json'
import { createPartnerTradeByBuyer, type EscrowParams } from './create-partner-trade-by-buyer'

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
