import { expect, it } from 'vitest'
import { blankBytes, isAcknowledged } from './post-delivery'

it.each([
  ['success', 0],
  ['success\n', 1],
  ['\r\n\r\nsuccess\n', 5],
  [' \t\v\fsuccess ', 5],
])('[T5.2F] %j stops the sending, with %i bytes more than the documents ask for', (body, more) => {
  expect(isAcknowledged({ status: 200, body })).toBe(true)
  expect(blankBytes({ status: 200, body })).toBe(more)
})

it.each([
  ...['\ufeffsuccess', 'Success', 'success.', 'suc cess', '<p>success</p>', '', 'fail', 'success\ufffd'],
  ...['\u00a0success', 'success\u3000', 'success success', 'success…'],
])('[T5.2F] %j does not stop it', (body) => {
  expect(isAcknowledged({ status: 200, body })).toBe(false)
  expect(blankBytes({ status: 200, body })).toBe(0)
})

it('[T5.2F] Nor does any status but 200', () => {
  for (const status of [null, 201, 302, 500]) expect(isAcknowledged({ status, body: 'success' })).toBe(false)
})
