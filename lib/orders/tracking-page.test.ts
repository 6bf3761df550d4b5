import { expect, it } from 'vitest'
import { trackingPage } from './tracking-page'

const pageOf = (carrier: string, waybill = 'SF1420778855') => trackingPage(carrier, waybill)?.address

it('Carriers are known by the names that merchants type, each with its own page', () => {
  for (const name of ['顺丰', '顺丰速运', 'SF Express', 'ＳＦ', '顺丰快递（次日达）'])
    expect(pageOf(name)).toBe('https://www.sf-express.com/chn/sc/waybill/waybill-detail/SF1420778855')
  expect(pageOf('中通快递', '75123456789012')).toBe(
    'https://www.zto.com/express/expressCheck.html?txtBill=75123456789012',
  )
  for (const name of ['EMS', '中国邮政', '邮政快递包裹'])
    expect(pageOf(name)).toMatch(/^https:\/\/www\.ems\.com\.cn\//)
  const hosts = ['京东物流', '圆通速递', '韵达', '申通快递', '极兔', 'J&T Express', '德邦快递'].map(
    (name) => new URL(pageOf(name) ?? '').host,
  )
  const [jd, yto, yunda, sto, jt] = [
    'www.jdl.com',
    'www.yto.net.cn',
    'www.yundaex.com',
    'www.sto.cn',
    'www.jtexpress.cn',
  ]
  expect(hosts).toEqual([jd, yto, yunda, sto, jt, jt, 'www.deppon.com'])
})

it('A carrier that is not known, no number, or one that is none has no page', () => {
  expect(pageOf('同城跑腿')).toBeUndefined()
  expect(pageOf('sfx')).toBeUndefined()
  expect(trackingPage('顺丰', null)).toBeUndefined()
  expect(trackingPage(null, 'SF1420778855')).toBeUndefined()
  for (const waybill of ['SF/../../x', 'javascript:1', 'SF 14 <b>', '1'])
    expect(pageOf('顺丰', waybill)).toBeUndefined()
})
