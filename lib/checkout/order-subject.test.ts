import { describe, expect, it } from 'vitest'
import { gatewayLength } from '../alipay/partner/request-rules'
import { orderSubject } from './order-subject'

const some = (name: string, quantity = 1) => ({ name, quantity })

describe('[F10] The subject of an order', () => {
  it('names one thing, and how many of it', () => {
    expect(orderSubject([some('白瓷盖碗')], 'zh')).toBe('白瓷盖碗')
    expect(orderSubject([some('白瓷盖碗', 3)], 'zh')).toBe('白瓷盖碗 × 3')
  })

  it('names the first of several things, and how many there are in all', () => {
    expect(orderSubject([some('明前龙井 50 克', 2), some('白瓷盖碗')], 'zh')).toBe('明前龙井 50 克 等 3 件')
  })

  it('is in English what the buyer has read', () => {
    expect(orderSubject([some('Gaiwan', 3)], 'en')).toBe('Gaiwan × 3')
    expect(orderSubject([some('Longjing 50 g', 2), some('Gaiwan')], 'en')).toBe('Longjing 50 g and 2 more')
    expect(gatewayLength(orderSubject([some('x'.repeat(300)), some('Gaiwan')], 'en'))).toBe(256)
  })

  it('is cut to the length that the gateway takes, and not within a character', () => {
    expect(orderSubject([some('茶'.repeat(128))], 'zh')).toBe('茶'.repeat(128))
    const cut = orderSubject([some('𠮷'.repeat(300)), some('白瓷盖碗')], 'zh')
    expect(cut).toMatch(/^𠮷+… 等 2 件$/u)
    expect(gatewayLength(cut)).toBeLessThanOrEqual(256)
  })
})
