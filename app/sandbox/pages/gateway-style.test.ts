import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { GATEWAY_STYLE } from './gateway-style'

const NAMES = {
  gate: 'gate',
  'gate-deep': 'deep',
  'on-gate': 'on',
  'gate-paper': 'paper',
  'gate-card': 'card',
  'gate-line': 'line',
  'gate-field-line': 'field',
  'gate-price': 'price',
  'gate-note': 'note',
  'gate-note-line': 'note-line',
  'on-gate-note': 'on-note',
}

/** The values of a custom property, the light theme's and the dark one's, in six digits. */
const valuesOf = (css: string, property: string) =>
  Array.from(css.matchAll(new RegExp(`--${property}: ?(#[0-9a-f]+)`, 'g')), ([, value = '']) =>
    value.length === 4 ? value.replace(/[0-9a-f]/g, '$&$&') : value,
  )

it('The console and the plain HTML pages of the gateway have one palette', () => {
  const globals = readFileSync(new URL('../../globals.css', import.meta.url), 'utf8')
  for (const [inGlobals, inStyle] of Object.entries(NAMES)) {
    const values = valuesOf(GATEWAY_STYLE, inStyle)
    expect(values, inStyle).toHaveLength(2)
    expect(valuesOf(globals, `color-${inGlobals}`), inGlobals).toEqual(values)
  }
  expect([...globals.matchAll(/--color-(?:on-)?gate[\w-]*: /g)]).toHaveLength(2 * Object.keys(NAMES).length)
})
