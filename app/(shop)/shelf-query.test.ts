import { expect, it } from 'vitest'
import { readShelfQuery, shelfPath } from './shelf-query'

it('The shelf’s address is read and written without what is so anyway', () => {
  const query = readShelfQuery({ category: 'tea', q: ' green  tea ', sort: 'cheapest', page: '2' })
  expect(query).toEqual({ category: 'tea', text: 'green  tea', sort: 'cheapest', page: 2 })
  expect(shelfPath(query)).toBe('/?category=tea&q=green++tea&sort=cheapest&page=2')
  expect(shelfPath(readShelfQuery({}))).toBe('/#all')
})

it('What is no search, sort or page of ours is left out', () => {
  const nothing = { category: '', text: '', sort: 'recommended', page: 1 }
  const odd = [
    { category: "' OR 1=1", sort: 'price', page: '0' },
    { category: ['tea', 'cup'], q: ['a'], sort: 'toString', page: '-1' },
    { category: '', q: '\0 ', sort: '', page: '1e3' },
  ]
  for (const query of odd) expect(readShelfQuery(query)).toEqual(nothing)
  expect(readShelfQuery({ q: '\ud800茶'.padEnd(100, 'x') }).text).toHaveLength(60)
  expect(readShelfQuery({ page: '9999999' }).page).toBe(1_000_000)
})
