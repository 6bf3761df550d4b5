import { describe, expect, it } from 'vitest'
import { PROBE_HEADER } from '@/lib/doctor/send'
import { countRefused, searchLog } from '@/lib/messages/search-log'
import { DELETE, GET as openNotify, POST } from './notify/route'
import { GET as openReturn } from './return/route'

/** A request with the header that lib/raw-target.ts adds. */
const request = (method: string, target: string) =>
  new Request(`http://127.0.0.1:3000${target}`, { method, headers: { 'x-raw-target': target } })

/** The number of messages since a moment, and of those the merchant sees as refused. */
const counts = async (from: Date) => [(await searchLog({ from })).rows.length, await countRefused(from)]

describe('[T4.4a] an address for messages that is only opened', () => {
  it.each(['GET', 'HEAD'])('answers fail to %s, and nothing is logged or counted', async (method) => {
    const start = new Date()
    const response = await openNotify(request(method, '/api/alipay/notify'))
    expect(response.status).toBe(200)
    expect(await response.text()).toBe('fail')
    expect(await counts(start)).toEqual([0, 0])
  })

  it('leads a browser at return_url to the orders, and nothing is logged or counted', async () => {
    const start = new Date()
    const response = await openReturn(request('GET', '/api/alipay/return'))
    expect(response.status).toBe(303)
    expect(response.headers.get('location')).toBe('/orders')
    expect(await counts(start)).toEqual([0, 0])
  })
})

it('the doctor’s empty probe is logged under its own mark, by which the doctor takes it out again', async () => {
  const mark = `doctor-${'1'.repeat(24)}-p`
  const probe = request('POST', '/api/alipay/notify')
  probe.headers.set(PROBE_HEADER, mark)
  await POST(probe)
  expect((await searchLog({ orderNo: mark })).rows).toHaveLength(1)
})

it('whatever was sent to an address for messages is logged and counted, be it empty', async () => {
  const start = new Date()
  await POST(request('POST', '/api/alipay/notify'))
  await openNotify(request('GET', '/api/alipay/notify?out_trade_no=1'))
  await DELETE(request('DELETE', '/api/alipay/notify'))
  expect(await counts(start)).toEqual([3, 3])
})
