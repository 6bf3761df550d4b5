import { describe, expect, it } from 'vitest'
import { message } from '../messages/testing/messages'
import { stubAccount } from '../messages/testing/stub-gateway'
import { claimOf } from './partner-match'

const claim = (changes: Record<string, string | undefined>) =>
  claimOf(
    message({ orderNo: '20261122100000000000', subject: '绿茶', totalFen: 1_000 }, changes),
    'message',
    stubAccount(80),
  )

describe('[#75] The refund status', () => {
  const refund_status = 'REFUND_SUCCESS'

  it('of a notification counts', () => {
    const told = { claim: { money: 'back', news: { refundStatus: refund_status } } }
    expect(claim({ refund_status })).toMatchObject(told)
    expect(claim({ refund_status, is_success: '' })).toMatchObject(told) // an empty value is not signed
  })

  it('of a return does not, because the buyer could cut it out of an address under the same sign', () => {
    expect(claim({ refund_status, is_success: 'T' })).toMatchObject({
      ok: true,
      claim: { money: 'paid', news: { tradeStatus: 'WAIT_SELLER_SEND_GOODS', refundStatus: null } },
    })
  })
})

it('[#75] An empty logistics_payment, which no sign covers, changes nothing', () => {
  const first = { price: '9.00', logistics_payment: undefined }
  expect(claim({ ...first, logistics_payment: '' })).toEqual(claim(first))
})
