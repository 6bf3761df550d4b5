import { expect, it } from 'vitest'
import { searchPath } from '../list-search'
import { readOrderSearch } from './order-search'

const ALL = { filter: 'all', text: '', from: '', to: '', sort: 'newest' }

it('A search is read from an address, and is written to it again', () => {
  const query = { filter: 'to_ship', q: 'all', from: '2026-11-01', to: '2026-11-30', sort: 'amount' }
  const search = { filter: 'to_ship', text: 'all', from: '2026-11-01', to: '2026-11-30', sort: 'amount' }
  expect(readOrderSearch(query)).toEqual(search)
  const address = searchPath('/merchant/orders', readOrderSearch(query), '5.x')
  expect(address).toBe(
    '/merchant/orders?filter=to_ship&q=all&from=2026-11-01&to=2026-11-30&sort=amount&after=5.x',
  )
  expect(searchPath('/merchant/orders', readOrderSearch({}))).toBe('/merchant/orders')
})

it.each(['x', '\0', '2026-02-30', '2026-1-1', '2026-11-01 00:00:00', '__proto__', ['newest'], undefined])(
  'What makes no sense in an address, as %j, means all orders, the newest first',
  (value) => {
    const text = typeof value === 'string' ? value : ''
    const query = { filter: value, q: value, from: value, to: value, sort: value }
    expect(readOrderSearch(query)).toEqual({ ...ALL, text })
  },
)
