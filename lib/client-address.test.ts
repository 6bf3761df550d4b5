import { expect, it } from 'vitest'
import { clientOf } from './client-address'

const from = (socket: string, forwarded?: string, trustedProxies = 0) =>
  clientOf(
    new Headers({ 'x-socket-address': socket, ...(forwarded && { 'x-forwarded-for': forwarded }) }),
    trustedProxies,
  )

it('[#70] X-Forwarded-For proves nothing where no proxy of ours is told of', () =>
  expect(from('203.0.113.7', '198.51.100.1')).toEqual({ address: '203.0.113.7', isShared: false }))

it.each([
  [1, '6.6.6.6, 198.51.100.1', '198.51.100.1'],
  [2, '6.6.6.6, 198.51.100.1, 10.0.0.2', '198.51.100.1'],
  [1, '::ffff:198.51.100.1', '198.51.100.1'],
  [1, '192.168.0.9', '192.168.0.9'],
])('[#70] behind %d proxies of ours, "%s" comes from %s', (proxies, forwarded, address) =>
  expect(from('127.0.0.1', forwarded, proxies)).toEqual({ address, isShared: false }),
)

it.each([
  [1, undefined],
  [1, 'unknown'],
  [1, ''],
  [3, '6.6.6.6, 198.51.100.1'],
])('behind %d proxies, where they tell %j, the connection counts', (proxies, forwarded) =>
  expect(from('203.0.113.7', forwarded, proxies)).toEqual({ address: '203.0.113.7', isShared: false }),
)

it.each([
  '127.0.0.1',
  '::ffff:127.0.0.1',
  '::1',
  '10.1.2.3',
  '172.17.0.1',
  '192.168.1.1',
  '100.100.1.1',
  'fd00::1',
  '',
])('behind %s all visitors may be', (socket) => expect(from(socket).isShared).toBe(true))

it('one customer of IPv6 is one client', () => {
  const client = from('2001:db8:1:2::1')
  expect(client).toEqual({ address: '2001:db8:1:2', isShared: false })
  for (const same of ['2001:db8:1:2:ffff::', '2001:0DB8:0001:2:3:4:5:6']) expect(from(same)).toEqual(client)
  for (const other of ['2001:db8:1:3::1', '2001:db8::1']) expect(from(other)).not.toEqual(client)
})
