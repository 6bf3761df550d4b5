import { expect, it } from 'vitest'
import { shownMysign } from './message-log'

const MYSIGN = '0123456789abcdef0123456789abcdef'

it('[T4.4b] mysign is shown whole where it equals sign', () => {
  expect(shownMysign({ sign: MYSIGN, mysign: MYSIGN })).toBe(MYSIGN)
})

it('[#3] mysign of a forged message is not shown whole: it would sign the forgery', () => {
  expect(shownMysign({ sign: 'x', mysign: MYSIGN })).toBe('012345…')
  expect(shownMysign({ sign: '', mysign: MYSIGN })).toBe('012345…')
  expect(shownMysign({ sign: null, mysign: null })).toBeNull()
})
