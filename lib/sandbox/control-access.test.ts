import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { accessOf, controlCookie, isToken } from './control-access'
import { sandboxState } from './state'

beforeEach(() => Object.assign(sandboxState(), { shopUrl: 'https://shop.example.com', token: undefined }))
afterEach(() => vi.useRealTimers())

const access = (headers: Record<string, string>) =>
  accessOf(new Headers({ host: 'shop.example.com', ...headers }))

describe('[#71] The control API', () => {
  it.each([
    ...['shop.example.com', 'SHOP.example.com', 'shop.example.com:443', '127.0.0.1:3000', '127.8.0.1'],
    ...['localhost:3000', '[::1]:3000'],
  ])('answers at the host %s', (host) => expect(access({ host })).toBe('granted'))

  it.each([
    ...['evil.example', 'evil.example:3000', 'shop.example.com.evil.example', 'shop.example.com:3000', ''],
    ...[
      'localhost.evil.example',
      '127.0.0.1.evil.example',
      '0.0.0.0:3000',
      '192.168.1.5',
      'a@127.0.0.1',
      'x/y',
    ],
  ])('does not answer at the host %j', (host) => {
    expect(access({ host })).toBe('foreign-host')
    expect(access({ host, 'x-forwarded-host': 'shop.example.com' })).toBe('foreign-host')
  })

  it('asks strangers for the token, which a program sends and a browser has a cookie for', () => {
    sandboxState().token = '0123456789abcdef'
    expect(access({})).toBe('no-token')
    expect(access({ host: '127.0.0.1:3000' })).toBe('no-token')
    expect(access({ authorization: 'Bearer 0123456789abcdef' })).toBe('granted')
    expect(access({ authorization: 'bearer 0123456789abcdef' })).toBe('granted')
    for (const authorization of [
      'Bearer 0123456789abcdeF',
      'Bearer ',
      'Basic 0123456789abcdef',
      '0123456789abcdef',
    ])
      expect(access({ authorization })).toBe('no-token')
    const [cookie = ''] = controlCookie().split(';')
    expect(access({ cookie: `language=en; ${cookie}` })).toBe('granted')
    expect(access({ cookie, host: 'evil.example' })).toBe('foreign-host')
  })

  it('believes no cookie that is older than twelve hours, changed, or signed with another token', () => {
    sandboxState().token = '0123456789abcdef'
    const [cookie = ''] = controlCookie().split(';')
    expect(access({ cookie: cookie.replace(/=\d/, '=9') })).toBe('no-token')
    expect(access({ cookie: cookie.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })).toBe('no-token')
    expect(access({ cookie: 'sandbox_control=' })).toBe('no-token')
    vi.useFakeTimers({ now: Date.now() + 12 * 60 * 60_000 + 1_000 })
    expect(access({ cookie })).toBe('no-token')
    vi.useRealTimers()
    sandboxState().token = 'another'
    expect(access({ cookie })).toBe('no-token')
  })

  it('gives a cookie that scripts and other sites cannot use', () => {
    sandboxState().token = 'x'
    expect(controlCookie()).toMatch(/; Path=\/sandbox; Max-Age=43200; HttpOnly; SameSite=Lax; Secure$/)
  })

  it('has no token that would be right where none is asked for', () => {
    expect(isToken('')).toBe(false)
    expect(isToken(undefined)).toBe(false)
  })
})
