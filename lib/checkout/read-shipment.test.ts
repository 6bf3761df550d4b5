import { expect, it } from 'vitest'
import { readShipment } from './read-shipment'

const FIELDS = { transportType: 'EXPRESS', logisticsName: ' 顺丰速运 ', invoiceNo: 'SF1234567890' }

it('A shipment has a carrier, a way and, if there is one, a waybill number', () => {
  const shipment = { transportType: 'EXPRESS', logisticsName: '顺丰速运', invoiceNo: 'SF1234567890' }
  expect(readShipment(FIELDS, 'gbk')).toEqual(shipment)
  expect(readShipment({ ...FIELDS, invoiceNo: ' ' }, 'utf-8')).toEqual({ ...shipment, invoiceNo: null })
})

it.each([
  { transportType: 'VIRTUAL' },
  { transportType: undefined },
  { logisticsName: '  ' },
  { logisticsName: '顺'.repeat(65) },
  { logisticsName: '顺丰😀' },
  { logisticsName: 'x&trade_no=1' },
  { invoiceNo: '1'.repeat(33) },
  { invoiceNo: ['1'] },
])('[#75] A shipment with %j is not sent', (change) =>
  expect(readShipment({ ...FIELDS, ...change }, 'gbk')).toBeUndefined(),
)
