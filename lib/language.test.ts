import { describe, expect, it } from 'vitest'
import { chooseLanguage, preferredLanguage } from './language'

describe('the language of a first visit is the one that the browser is set to', () => {
  it.each([
    ['en-US,en;q=0.9', 'en'],
    ['en', 'en'],
    ['EN-gb', 'en'],
    ['de-DE,de;q=0.9,en;q=0.8', 'en'],
    ['en-US,en;q=0.9,zh-CN;q=0.8,zh;q=0.7', 'en'],
    ['zh;q=0.5, en;q=0.6', 'en'],
    ['en;q=0.1,zh;q=0', 'en'],
    ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'],
    ['zh-Hant-TW,en;q=0.5', 'zh'],
    ['en;q=0, zh', 'zh'],
    ['en;q=0', 'zh'],
    ['fr-FR,fr;q=0.9', 'zh'],
    ['*', 'zh'],
    ['', 'zh'],
    [null, 'zh'],
    [';;;,q=,=', 'zh'],
  ])('%s: %s', (accepted, language) => expect(preferredLanguage(accepted)).toBe(language))
})

it('The cookie of the language is not for scripts, and the way back leads to no other site', () => {
  const referer = 'http://127.0.0.1:3000//evil.example/?a=1'
  const request = new Request('http://127.0.0.1:3000/language', { method: 'POST', headers: { referer } })
  const answer = chooseLanguage(request, 'en')
  expect(answer.headers.get('set-cookie')).toBe(
    'language=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax',
  )
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/'])
})
