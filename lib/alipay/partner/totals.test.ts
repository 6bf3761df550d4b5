import { describe, expect, it } from 'vitest'
import { directPayTotalFen, escrowTotalFen } from './totals'

const total = (params: Record<string, string>, suffix?: '' | '_1' | '_2') =>
  escrowTotalFen((name) => params[name], suffix)

const TRADE = {
  price: '3003.00',
  quantity: '1',
  discount: '-3.00',
  logistics_fee: '10.00',
  logistics_payment: 'BUYER_PAY',
}

describe('what the buyer pays', () => {
  it('[F10] price x quantity + discount + postage, as in the sample of the interface document: 3010.00', () => {
    expect(total(TRADE)).toBe(301_000)
  })

  it('[F10] the quantity multiplies the price, not the discount and not the postage', () => {
    expect(total({ ...TRADE, quantity: '3' })).toBe(900_900 - 300 + 1000)
  })

  it.each(['SELLER_PAY', 'BUYER_PAY_AFTER_RECEIVE', 'buyer_pay', ''])(
    '[F10] the postage is not added with logistics_payment "%s"',
    (logistics_payment) => {
      expect(total({ ...TRADE, logistics_payment })).toBe(300_000)
    },
  )

  it('[F10] without discount and logistics it is price x quantity', () => {
    expect(total({ price: '0.01', quantity: '1' })).toBe(1)
    expect(total({ price: '0.01', quantity: '1', discount: '', logistics_fee: '' })).toBe(1)
  })

  it('[T4.2b] the buyer may have chosen another group of logistics parameters', () => {
    const groups = {
      ...TRADE,
      logistics_fee_1: '20.00',
      logistics_payment_1: 'BUYER_PAY',
      logistics_fee_2: '30.00',
      logistics_payment_2: 'SELLER_PAY',
    }
    expect(total(groups, '_1')).toBe(302_000)
    expect(total(groups, '_2')).toBe(300_000)
  })

  it.each([
    { price: '' },
    { price: '-1.00' },
    { price: '1.001' },
    { quantity: '' },
    { quantity: '0' },
    { quantity: '-1' },
    { quantity: '1.5' },
    { quantity: '1e9' },
    { quantity: '１' },
    { quantity: '1000000000' },
    { discount: '- 3' },
    { logistics_fee: 'x' },
    { logistics_fee: '-10.00' },
  ])('[#24] [#68] %j makes no total', (wrong) => {
    expect(total({ ...TRADE, ...wrong })).toBeUndefined()
  })

  it('[#68] a total that a number cannot hold exactly is none', () => {
    expect(total({ price: '999999999.99', quantity: '999999999' })).toBeUndefined()
  })
})

it.each<[Record<string, string>, number | undefined]>([
  [{ total_fee: '0.01' }, 1],
  [{ price: '0.01', quantity: '3' }, 3],
  [{ total_fee: '0.001' }, undefined],
  [{ price: '0.01' }, undefined],
  [{ quantity: '1' }, undefined],
  [{}, undefined],
])('[F10] The total of %j is %s fen', (params, fen) => {
  expect(directPayTotalFen((name) => params[name])).toBe(fen)
})
