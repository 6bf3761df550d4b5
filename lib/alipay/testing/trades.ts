import type { EscrowParams } from '../partner/services'

/** The least that a payment request needs. */
export const ESCROW_TRADE: EscrowParams = {
  out_trade_no: '20150128160415000001',
  subject: '西湖龙井',
  payment_type: '1',
  price: '338.00',
  quantity: '1',
  logistics_type: 'EXPRESS',
  logistics_fee: '10.00',
  logistics_payment: 'BUYER_PAY',
  seller_email: 'seller@example.com',
}

export const DIRECT_PAYMENT = {
  out_trade_no: '20150128160415000002',
  subject: '西湖龙井',
  payment_type: '1',
  total_fee: '0.01',
  seller_email: 'seller@example.com',
}
