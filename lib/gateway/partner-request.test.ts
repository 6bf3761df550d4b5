import { describe, expect, it } from 'vitest'
import { createPartnerTradeByBuyer } from '../alipay/partner/services'
import { accountIn } from '../alipay/testing/account'
import { paymentParams } from './partner-request'

const pages = {
  notifyUrl: 'https://shop.example.com/n',
  returnUrl: 'https://shop.example.com/r',
  showUrl: 'https://shop.example.com/o',
}
const settings = { ...accountIn('utf-8'), ...pages }
const order = {
  orderNo: '202611220123456789012345',
  subject: '明前龙井',
  body: null,
  totalFen: 13_800,
  postageFen: 1_000,
  postagePayer: 'BUYER' as const,
  virtual: false,
}

describe('The request for a payment', () => {
  it('[T3.3a] [F10] asks for the goods, and for the postage beside them where the buyer bears it', () => {
    expect(paymentParams(order, settings)).toMatchObject({
      price: '128.00',
      logistics_type: 'EXPRESS',
      logistics_fee: '10.00',
      logistics_payment: 'BUYER_PAY',
    })
    expect(paymentParams({ ...order, postagePayer: 'SELLER' }, settings)).toMatchObject({
      price: '138.00',
      logistics_fee: '10.00',
      logistics_payment: 'SELLER_PAY',
    })
  })

  it('[F5] for virtual goods says that nothing is sent and costs no postage, and is one that the gateway takes', () => {
    const card = { ...order, totalFen: 500, postageFen: 0, postagePayer: 'SELLER' as const, virtual: true }
    const request = paymentParams(card, settings)
    expect(request).toMatchObject({ price: '5.00', logistics_type: 'DIRECT', logistics_fee: '0.00' })
    expect(() => createPartnerTradeByBuyer(settings, request)).not.toThrow()
  })
})
