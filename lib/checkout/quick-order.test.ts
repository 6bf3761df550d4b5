import { expect, it } from 'vitest'
import { partnerGateway } from '../gateway/partner-gateway'
import { accountIn } from '../alipay/testing/account'
import type { CartLine } from '../catalog/cart'
import { quickOrder } from './quick-order'

const pages = {
  notifyUrl: 'https://shop.example.com/n',
  returnUrl: 'https://shop.example.com/r',
  showUrl: 'https://shop.example.com/o',
}
const line = (changes: Partial<CartLine>): CartLine => ({
  ...{
    variantId: 'v',
    productId: 'p',
    slug: 's',
    title: '礼品卡',
    kind: '',
    name: '礼品卡',
    picture: '',
    category: 'tea',
  },
  ...{ priceFen: 500, quantity: 1, stock: 1_000, virtual: true, freePostage: false, problem: null },
  ...changes,
})
const orderOf = (changes: Partial<CartLine>) =>
  quickOrder(line(changes), partnerGateway({ ...accountIn('gbk'), ...pages }), 'zh')

it('[F10] An order at once is at the catalogue’s price, with the usual way of shipping', () => {
  expect(orderOf({ quantity: 2 })).toMatchObject({
    ok: true,
    draft: { subject: '礼品卡 × 2', postageFen: 0, virtual: true },
  })
  expect(orderOf({ virtual: false, category: 'test' })).toMatchObject({
    ok: true,
    draft: { postageFen: 1_000, postagePayer: 'BUYER' },
  })
})

it('[#68] An order at once of more than the gateway takes is not made', () => {
  expect(orderOf({ priceFen: 100_000_000 })).toMatchObject({ ok: true })
  for (const quantity of [2, 999])
    expect(orderOf({ priceFen: 100_000_000, quantity })).toMatchObject({ ok: false, errors: { price: {} } })
})

it('An order at once whose name the gateway cannot read is a fault of the shop', () => {
  expect(() => orderOf({ name: '🍵' })).toThrow('subject')
})
