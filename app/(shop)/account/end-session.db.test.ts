import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { signUp } from '@/lib/accounts/sign-up'
import { visitorOf } from '@/lib/accounts/session'
import { browserOf } from '@/lib/accounts/testing/browser'
import { endSession } from './end-session'

it('Who signs out takes along what was typed into forms: the browser forgets the key to it', async () => {
  const browser = browserOf(await signUp(`${randomUUID()}@example.com`, 'a long password', new Headers()))
  expect(await visitorOf(browser)).toBeDefined()
  const answer = await endSession(
    new Request('http://127.0.0.1:3000/', { headers: browser }),
    '/account/sign-in',
  )
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/account/sign-in'])
  expect(answer.headers.getSetCookie()).toContain('flash=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax')
  expect(await visitorOf(browser)).toBeUndefined()
})
