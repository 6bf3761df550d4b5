import { expect, it } from 'vitest'
import { parseEnv } from '../env'
import { payCode } from './pay-code'

const alipayOf = (settings: Record<string, string>) => parseEnv(settings).alipay
const APP = { ALIPAY_APP_ID: '9021000000000001' }
const qr = alipayOf({ ...APP, ALIPAY_PRODUCT: 'qr' })
const madeAt = new Date('2026-11-29T10:00:00Z')
const order = {
  qrCode: 'https://qr.alipay.com/bax1',
  enquiry: { handedOverAt: madeAt, askedAt: null, answeredAt: null },
}
const after = (minutes: number) => new Date(madeAt.getTime() + minutes * 60_000)

it('The code of an order is shown for the two hours in which it can be scanned', () => {
  expect(payCode(order, qr, after(0))).toBe(order.qrCode)
  expect(payCode(order, qr, after(119))).toBe(order.qrCode)
  expect(payCode(order, qr, after(120))).toBeUndefined()
  expect(payCode({ ...order, qrCode: null }, qr, after(1))).toBeUndefined()
  expect(payCode({ ...order, enquiry: null }, qr, after(1))).toBeUndefined()
})

it('An old code is not shown once buyers pay on Alipay’s pages, or by escrow', () => {
  for (const alipay of [alipayOf(APP), alipayOf({})]) expect(payCode(order, alipay, after(1))).toBeUndefined()
})
