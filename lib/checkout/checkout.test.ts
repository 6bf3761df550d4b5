import { describe, expect, it } from 'vitest'
import type { CartLine } from '../catalog/cart'
import type { Charset } from '../alipay/charset'
import { accountIn } from '../alipay/testing/account'
import { type CheckoutFields, readCheckout } from './checkout'
import { partnerGateway } from '../gateway/partner-gateway'
import { paymentParams } from '../gateway/partner-request'

const pages = {
  notifyUrl: 'https://shop.example.com/n',
  returnUrl: 'https://shop.example.com/r',
  showUrl: 'https://shop.example.com/o',
}
const account = (charset: Charset = 'utf-8') => ({ ...accountIn(charset), ...pages })
const gateway = (charset?: Charset) => partnerGateway(account(charset))
const line = (changes: Partial<CartLine> = {}): CartLine => ({
  variantId: 'v',
  productId: 'p',
  slug: 's',
  title: '绿茶',
  kind: '50 克',
  name: '绿茶 50 克',
  picture: '',
  category: 'tea',
  priceFen: 3_000,
  quantity: 1,
  stock: 1_000,
  virtual: false,
  freePostage: false,
  problem: null,
  ...changes,
})
const typed: CheckoutFields = {
  name: ' 张三 ',
  mobile: '13800138000',
  province: '浙江',
  city: '杭州',
  district: '西湖区',
  street: '龙井路 1 号 ',
  phone: '',
  zip: '310000',
  logistics_type: 'EMS',
  body: '',
}
/** In Chinese. */
const errorsOf = (changes: Partial<CheckoutFields>, lines = [line()], charset?: Charset) => {
  const checkout = readCheckout({ ...typed, ...changes }, lines, gateway(charset), 'zh')
  const errors = Object.entries(checkout.ok ? {} : checkout.errors).map(([name, { zh }]) => [name, zh])
  return Object.fromEntries(errors) as Partial<Record<string, string>>
}

describe('[F10] A checkout', () => {
  it('makes one order of the whole cart, with the chosen way first and the others behind', () => {
    const checkout = readCheckout(
      typed,
      [line({ quantity: 2 }), line({ name: '盖碗', priceFen: 500 })],
      gateway(),
      'zh',
    )
    if (!checkout.ok) throw new Error('refused')
    const { draft } = checkout
    expect(draft).toMatchObject({ subject: '绿茶 50 克 等 3 件', postageFen: 2_000, postagePayer: 'BUYER' })
    const order = { ...draft, virtual: false, orderNo: '1', totalFen: 8_500 }
    expect(paymentParams({ ...order, logistics: draft.logistics }, account())).toMatchObject({
      price: '65.00',
      quantity: '1',
      logistics_type: 'EMS',
      logistics_fee: '20.00',
      logistics_type_1: 'EXPRESS',
      logistics_fee_1: '10.00',
      logistics_payment_1: 'BUYER_PAY',
      logistics_type_2: 'POST',
      logistics_fee_2: '5.00',
      receive_name: '张三',
      receive_address: '浙江省杭州市西湖区龙井路 1 号',
      receive_mobile: '13800138000',
      receive_zip: '310000',
      receive_phone: undefined,
    })
  })

  it('is named, and complains, in the buyer’s language', () => {
    const lines = [line({ name: 'Green tea 50 g' }), line({ name: 'Gaiwan' })]
    expect(readCheckout(typed, lines, gateway(), 'en')).toMatchObject({
      draft: {
        subject: 'Green tea 50 g and 1 more',
        items: [{ name: 'Green tea 50 g' }, { name: 'Gaiwan' }],
      },
    })
    const fields = { ...typed, name: '张三😀', street: '' }
    expect(readCheckout(fields, lines, gateway('gbk'), 'en')).toMatchObject({
      errors: {
        name: { en: expect.stringContaining('"😀"') as string },
        street: { en: expect.stringContaining('street') as string },
      },
    })
  })

  it('leaves out what cannot be ordered', () => {
    const checkout = readCheckout(typed, [line(), line({ problem: 'withdrawn' })], gateway(), 'zh')
    expect(checkout).toMatchObject({ ok: true, draft: { items: [{ quantity: 1 }] } })
    expect(errorsOf({}, [line({ problem: 'sold_out' })])).toEqual({ order: '没有可以下单的商品' })
  })

  it('[F5] of virtual goods alone asks for no address and no way of shipping', () => {
    const nothing = { name: '', province: '', street: '', mobile: '', logistics_type: '' }
    const checkout = readCheckout({ ...typed, ...nothing }, [line({ virtual: true })], gateway(), 'zh')
    expect(checkout).toMatchObject({ ok: true, draft: { virtual: true, postageFen: 0 } })
    expect(checkout.ok && checkout.draft.receiveAddress).toBeUndefined()
  })

  it('says at each field what is missing', () => {
    const fields = { name: '  ', street: '', mobile: '', district: '', logistics_type: 'DIRECT' }
    const missing = ['district', 'logistics_type', 'mobile', 'name', 'street']
    expect(Object.keys(errorsOf(fields)).sort()).toEqual(missing)
  })

  it('[T5.1] says at each field what the gateway would refuse: too long, or another parameter', () => {
    expect(errorsOf({ name: '张'.repeat(65) }).name).toContain('现在是 130 个')
    expect(errorsOf({ street: '杭'.repeat(120) }).street).toContain('最多 256 个字符')
    expect(errorsOf({ zip: '1'.repeat(21) }).zip).toContain('最多 20 个字符')
    expect(errorsOf({ body: '茶'.repeat(201) }).body).toContain('最多 400 个字符')
    expect(errorsOf({ street: 'x&total_fee=0.01' }).street).toContain('&total_fee=')
  })

  it('[T5.1] names the character that a GBK account cannot carry', () => {
    expect(errorsOf({ name: '张三😀' })).toEqual({})
    expect(errorsOf({ name: '张三😀' }, [line()], 'gbk').name).toContain('“😀”')
    expect(errorsOf({ body: 'ก' }, [line()], 'gbk').body).toContain('“ก”')
    expect(errorsOf({}, [line({ name: '🍵茶' })], 'gbk').order).toContain('“🍵”')
  })

  it('[#68] is of at most 1000000 yuan', () => {
    expect(errorsOf({}, [line({ priceFen: 100_000_000, quantity: 1 })])).toHaveProperty('order')
    expect(errorsOf({}, [line({ priceFen: 50_000_000, quantity: 999 })]).order).toContain('最多')
  })
})
