import { expect, test } from 'vitest'
import { contentSecurityPolicy } from './content-security-policy'

test('a page’s scripts need the nonce, in production without eval and without inline styles', () => {
  const policy = contentSecurityPolicy('abc', false)
  expect(policy).toContain("script-src 'nonce-abc' 'strict-dynamic';")
  expect(policy).toContain("style-src 'self';")
  expect(policy).toContain("form-action 'self'")
  expect(policy).not.toContain('unsafe-eval')
})

test('next dev may use eval, yet no inline script without the nonce', () => {
  const scripts = /script-src [^;]*/.exec(contentSecurityPolicy('abc', true))?.[0]
  expect(scripts).toBe("script-src 'nonce-abc' 'strict-dynamic' 'unsafe-eval'")
})
