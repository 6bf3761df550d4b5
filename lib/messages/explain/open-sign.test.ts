import { createPrivateKey, generateKeyPairSync, sign as cryptoSign } from 'node:crypto'
import { expect, it } from 'vitest'
import { messageToSign, requestToSign, rsa2Sign } from '../../alipay/open/sign'
import { toRaw } from '../../alipay/params'
import { openSignedBytes } from '../../alipay/testing/open-account'
import { SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from '../../sandbox-account'
import { explainOpenSign } from './open-sign'

const real = generateKeyPairSync('rsa', { modulusLength: 2048 })
const own = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey
/** A shop with keys of its own; the sandbox's are another's. */
const keys = { privateKey: own, alipayPublicKey: real.publicKey }
const published = ({ privateKey }: { privateKey: string }) =>
  createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' })
const FIELDS = [
  ['app_id', '2021001234567890'],
  ['out_trade_no', '20261129000000000001'],
  ['subject', '龙井'],
] as const
const raw = toRaw(FIELDS, 'utf-8')
const text = messageToSign(raw)
const right = rsa2Sign(text, real.privateKey)
const explained = (sign: string, sign_type = 'RSA2', more: readonly (readonly [string, string])[] = []) =>
  explainOpenSign(openSignedBytes([...FIELDS, ...more], { sign, sign_type }), keys)
const sha1 = cryptoSign('RSA-SHA1', Buffer.from(text, 'latin1'), real.privateKey).toString('base64')
const withType = requestToSign(toRaw([...FIELDS, ['sign_type', 'RSA2']], 'utf-8'))

it.each<[cause: string, sign: string, type?: string, more?: [string, string][]]>([
  ['missing', ''],
  ['of_the_old_interface', 'd41d8cd98f00b204e9800998ecf8427e', 'MD5'],
  ['now_right', right],
  ['type_wrong', right, 'RSA'],
  ['sha1', sha1, 'RSA'],
  ['not_canonical', `!${right}`],
  ['by_own_key', rsa2Sign(text, own)],
  ['by_sandbox', rsa2Sign(text, published(SANDBOX_GATEWAY_KEYS))],
  ['by_sandbox', rsa2Sign(text, published(SANDBOX_APP))],
  ['sign_type_signed', rsa2Sign(withType, real.privateKey)],
  ['parameter_added', right, 'RSA2', [['PHPSESSID', '1']]],
])('[O7] A wrong signature is explained: %s', (cause, sign, type, more) => {
  const explanation = explained(sign, type, more)
  expect(explanation).toMatchObject({ cause, certain: cause !== 'of_the_old_interface' })
  expect(explanation.zh + explanation.en).not.toContain(right)
})

it('[O7] Plus signs that became spaces are told apart', () => {
  // a text whose signature holds a plus; almost every one does
  const found = Array.from({ length: 50 }, (_, index) => [['trade_no', String(index)]] as const)
    .map((more) => ({ more, sign: rsa2Sign(messageToSign(toRaw([...FIELDS, ...more], 'utf-8')), real.privateKey) }))
    .find(({ sign }) => sign.includes('+')) // prettier-ignore
  if (!found) throw new Error('no plus')
  expect(explained(found.sign.replaceAll('+', ' '), 'RSA2', found.more)).toMatchObject({
    cause: 'plus_and_space',
  })
})

it('[O7] What is altered or forged is not explained', () => {
  expect(explained(right, 'RSA2', [['subject2', '1'], ['subject3', '2']])).toMatchObject({ cause: 'unexplained', certain: false }) // prettier-ignore
  expect(explained('AAAA')).toMatchObject({ cause: 'unexplained' })
  expect(explainOpenSign(Buffer.from('%'), keys)).toMatchObject({ cause: 'unexplained' })
})
