import { describe, expect, it } from 'vitest'
import { parseForm } from '../alipay/params'
import { md5Sign } from '../alipay/partner/sign'
import { stringToSign } from '../alipay/partner/string-to-sign'
import { readParams } from '../alipay/read-params'
import type { Gateway } from '../gateway/gateway'
import { partnerGateway } from '../gateway/partner-gateway'
import type { PartnerSettings } from '../gateway/partner-request'
import { fuzz } from './testing/fuzz'

const SEED = 20261129

describe('Of 10,000 forgeries of genuine messages', () => {
  const { outcomes, findings } = fuzz(10_000, SEED)

  it('[#1] [#75] those that are believed have the bytes of a genuine message in all that decides', () => {
    expect(findings).toEqual([])
  })

  it('some are genuine still, some have a wrong sign, and some could be read in two ways', () => {
    const expected = ['accepted: move', 'bad_sign: wrong_sign', 'malformed: parameter_twice', 'malformed: value_with_parameter'] // prettier-ignore
    for (const outcome of expected) expect(outcomes.get(outcome), outcome).toBeGreaterThan(100)
  })

  it('the same are made by the same seed, and others by another', () => {
    expect(fuzz(1_000, 7)).toEqual(fuzz(1_000, 7))
    expect(fuzz(1_000, 8)).not.toEqual(fuzz(1_000, 7))
  })
})

describe('The forger finds a shop', () => {
  /** A shop whose gateway reads messages by this careless function. */
  const careless = (read: (bytes: Uint8Array, own: Gateway, settings: PartnerSettings) => ReturnType<Gateway['readMessage']>) =>
    fuzz(10_000, SEED, (settings) => {
      const own = partnerGateway(settings)
      return { ...own, readMessage: (bytes) => read(bytes, own, settings) }
    }).findings // prettier-ignore

  it('that does not look at the sign', () => {
    const findings = careless((bytes, own) => {
      const read = own.readMessage(bytes)
      return read.kind === 'bad_sign' ? { ...read, kind: 'signed' } : read
    })
    expect(new Set(findings.flatMap(({ differs }) => differs)).size).toBeGreaterThan(3)
  })

  it('[#75] that believes a value with a parameter in it', () => {
    const findings = careless((bytes, own, { charset, key }) => {
      const read = own.readMessage(bytes)
      const parsed = parseForm(bytes)
      if (read.kind !== 'malformed' || read.code !== 'value_with_parameter' || !parsed.ok) return read
      const text = readParams(parsed.params, charset)
      if (!text.ok) return read
      const sign = text.params.get('sign') ?? ''
      const signedText = stringToSign(parsed.params)
      const mysign = md5Sign(signedText, key)
      const checked = { params: text.params, unreadable: [], signedText, sign, mysign }
      return sign === mysign
        ? { kind: 'signed', ...checked }
        : { kind: 'bad_sign', code: 'wrong_sign', ...checked }
    })
    expect(findings.map(({ differs }) => differs).flat()).toContain('total_fee')
  })

  it('that takes the first of two values', () => {
    const findings = careless((bytes, own) => {
      const seen = new Set<string>()
      const pairs = Buffer.from(bytes).toString('latin1').split('&')
      const first = pairs.filter((pair) => {
        const [name = ''] = pair.split('=')
        return !seen.has(name) && seen.add(name)
      })
      return own.readMessage(new Uint8Array(Buffer.from(first.join('&'), 'latin1')))
    })
    expect(findings).not.toEqual([])
  })
})
