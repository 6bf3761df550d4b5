import { createHmac, hash } from 'node:crypto'
import iconv from 'iconv-lite'
import { rawParams } from '../../alipay/params'
import { md5Sign } from '../../alipay/partner/sign'
import { stringToSign } from '../../alipay/partner/string-to-sign'
import type { Genuine, Pair } from './genuine-messages'
import type { Random } from './seeded-random'

/** A message in the making; after the first of `MANGLINGS` it is bytes and no longer pairs. */
interface Draft {
  pairs: Pair[]
  genuine: Genuine
  /** Every genuine message, also those of other orders and shops. */
  all: readonly Genuine[]
  random: Random
}

export interface Forgery {
  /** A binary string. */
  bytes: string
  /** The names of the mutations. */
  how: string[]
}

/** A genuine message with one to three changes that need no key. */
export function forge(all: readonly Genuine[], genuine: Genuine, random: Random): Forgery {
  const draft: Draft = { pairs: [...genuine.pairs], genuine, all, random }
  const how: string[] = []
  const change = <Kind>(list: Record<string, Kind>): Kind => {
    const name = random.pick(Object.keys(list))
    how.push(name)
    return list[name] as Kind
  }
  for (let left = 1 + random.below(2); left > 0; left--) change(CHANGES)(draft)
  let bytes = change(ENCODINGS)(draft)
  if (random.chance(0.3)) bytes = change(MANGLINGS)(bytes, draft)
  return { bytes, how }
}

/** The parameters by which the shop decides, or that name what it decides about. */
export const DECIDING = [
  ...['out_trade_no', 'trade_no', 'total_fee', 'trade_status', 'refund_status', 'seller_id', 'seller_email'],
  ...['notify_type', 'notify_id', 'notify_time', 'gmt_payment', 'gmt_refund', 'gmt_send_goods'],
  ...['gmt_last_modified_time', 'price', 'quantity', 'discount', 'coupon_discount', 'is_total_fee_adjust'],
  ...['logistics_type', 'logistics_fee', 'logistics_payment', 'is_success'],
]

const TELLING: readonly Pair[] = [
  ['total_fee', '0.01'],
  ['total_fee', '999.00'],
  ['trade_status', 'WAIT_SELLER_SEND_GOODS'],
  ['trade_status', 'TRADE_FINISHED'],
  ['trade_status', 'TRADE_CLOSED'],
  ['refund_status', 'REFUND_SUCCESS'],
  ['gmt_payment', '2026-11-22 10:00:04'],
  ['seller_id', '2088000000000009'],
  ['sign_type', 'RSA'],
]

/** Bytes that some program takes for others. */
const ODD = ['\0', ' ', '\t', '\r\n', '\xa0', '\xef\xbb\xbf', '\xc0\xa6', '\xef\xbc\x86', '\xa3\xa6', '\x81', '&', '=', ';', '%', '+', '[]'] // prettier-ignore

const FULL_WIDTH = ['\xef\xbc\x90', '\xa3\xb0']

type Change = (draft: Draft) => void

const CHANGES: Record<string, Change> = {
  nothing: () => {},
  drop: (draft) => void draft.pairs.splice(anyIndex(draft), 1),
  double: (draft) => insert(draft, draft.random.pick(draft.pairs)),
  'double with another value': (draft) => {
    const [name] = draft.random.pick(draft.pairs)
    insert(draft, [name, valueElsewhere(draft, name)])
  },
  reorder: ({ pairs, random }) => {
    for (let last = pairs.length - 1; last > 0; last--) swap(pairs, last, random.below(last + 1))
  },
  rename: (draft) => replace(draft, ([, value]) => [draft.random.pick(DECIDING), value]),
  'rename oddly': (draft) => replace(draft, ([name, value]) => [odd(name, draft.random), value]),
  'swap two names': ({ pairs, random }) => {
    const [one, other] = [random.below(pairs.length), random.below(pairs.length)]
    const [a, b] = [pairs[one], pairs[other]]
    if (!a || !b) return
    pairs[one] = [b[0], a[1]]
    pairs[other] = [a[0], b[1]]
  },
  'case of a name': (draft) => replace(draft, ([name, value]) => [otherCase(name), value]),
  'case of a value': (draft) => replace(draft, ([name, value]) => [name, otherCase(value)]),
  'another value': (draft) => replaceDeciding(draft, (name) => valueElsewhere(draft, name)),
  'a telling value': (draft) => {
    const [name, value] = draft.random.pick(TELLING)
    const at = draft.pairs.findIndex(([own]) => own === name)
    if (at < 0 || draft.random.chance(0.2)) insert(draft, [name, value])
    else draft.pairs[at] = [name, value]
  },
  'an odd value': (draft) => replaceDeciding(draft, (_name, value) => odd(value, draft.random)),
  'a value in other digits': (draft) =>
    replaceDeciding(draft, (_name, value) => value.replace(/0/, draft.random.pick(FULL_WIDTH))),
  'an amount written otherwise': (draft) => {
    const at = draft.pairs.findIndex(([name]) => name === 'total_fee')
    const [, value = ''] = draft.pairs[at] ?? []
    const ways = [
      `+${value}`,
      `0${value}`,
      `${value}0`,
      value.replace(/\.?0+$/, ''),
      `${value}e0`,
      `-${value}`,
    ]
    if (at >= 0) draft.pairs[at] = ['total_fee', draft.random.pick(ways)]
  },
  'an empty parameter': (draft) => insert(draft, [draft.random.pick(DECIDING), '']),
  'an empty value': (draft) => replaceDeciding(draft, () => ''),
  'an unknown parameter': (draft) =>
    insert(draft, [draft.random.pick(['a', '__proto__', 'zz', 'sign2']), '1']),
  'a flipped bit': (draft) => replace(draft, ([name, value]) => [name, flipBit(value, draft.random)]),
  // the whole message of one, with the sign of another
  'another sign': (draft) => setSign(draft, () => valueElsewhere(draft, 'sign')),
  'a sign of another shape': (draft) =>
    setSign(draft, (sign) =>
      draft.random.pick([
        sign.toUpperCase(),
        ` ${sign}`,
        `${sign} `,
        sign.slice(0, 31),
        `${sign}0`,
        '',
        '0'.repeat(32),
      ]),
    ),
  'another sign type': (draft) => {
    const at = draft.pairs.findIndex(([name]) => name === 'sign_type')
    if (at >= 0)
      draft.pairs[at] = [
        'sign_type',
        draft.random.pick(['RSA', 'RSA2', 'DSA', 'md5', 'MD5 ', 'none', '', '0001']),
      ]
  },
  'another key': (draft) => {
    CHANGES['another value']?.(draft)
    const raw = rawParams(new Map(draft.pairs))
    setSign(draft, () => draft.random.pick(WRONG_SIGNS)(stringToSign(raw), draft))
  },
  'a message of another shop': (draft) => {
    const other = draft.random.pick(draft.all)
    draft.pairs = [...other.pairs]
  },
  'half of another message': (draft) => {
    const other = new Map(draft.random.pick(draft.all).pairs)
    draft.pairs = draft.pairs.map(([name, value]) => [
      name,
      draft.random.chance(0.5) ? (other.get(name) ?? value) : value,
    ])
  },
  'an array': (draft) => replace(draft, ([name, value]) => [`${name}[]`, value]),
  'another charset': (draft) => {
    const { charset } = draft.genuine.shop.account
    draft.pairs = draft.pairs.map(([name, value]) => [transcoded(name, charset), transcoded(value, charset)])
  },
  'another charset of a value': (draft) =>
    replace(draft, ([name, value]) => [name, transcoded(value, draft.genuine.shop.account.charset)]),
  regroup,
  // the next parameter into the value of one, and a part of a value into its name
  'join two': (draft) => {
    const at = anyIndex(draft)
    const [one, next] = draft.pairs.slice(at, at + 2)
    if (one && next) draft.pairs.splice(at, 2, [one[0], `${one[1]}&${next[0]}=${next[1]}`])
  },
  'shift the equals sign': (draft) =>
    replace(draft, ([name, value]) => {
      const cut = draft.random.below(value.length + 1)
      return [`${name}=${value.slice(0, cut)}`, value.slice(cut)]
    }),
}

/** A sign that could be made without the key of the shop. */
const WRONG_SIGNS: ((text: string, draft: Draft) => string)[] = [
  (text) => md5Sign(text, ''),
  (text, { genuine }) => md5Sign(text, genuine.shop.account.partner),
  (text, { genuine }) => md5Sign(text, genuine.shop.account.sellerEmail),
  (text, { genuine, all }) =>
    md5Sign(text, all.find(({ shop }) => shop !== genuine.shop)?.shop.account.key ?? ''),
  (text) => md5Sign(text, 'undefined'),
  (text) => hash('sha1', text),
  (text) => createHmac('md5', '').update(text, 'latin1').digest('hex'),
  (text, { genuine }) => md5Sign(text, new Map(genuine.pairs).get('sign') ?? ''),
]

/**
 * Other parameters with the same string to sign: it is cut at every `&name=`, and a piece that cannot be a parameter of
 * its own, or by chance, goes on with the one before it.
 */
function regroup(draft: Draft) {
  const { random } = draft
  const text = stringToSign(rawParams(new Map(draft.pairs)))
  const own = random.pick([1, 0.9, 0.7])
  const pairs: [string, string][] = []
  for (const piece of text.split('&')) {
    const cut = piece.indexOf('=')
    const last = pairs.at(-1)
    const isOwn = cut > 0 && (!last || (piece.slice(0, cut) > last[0] && random.chance(own)))
    if (isOwn) pairs.push([piece.slice(0, cut), piece.slice(cut + 1)])
    else if (last) last[1] += `&${piece}`
  }
  draft.pairs = [...pairs, ...draft.pairs.filter(([name]) => name === 'sign' || name === 'sign_type')]
}

const NEVER = /[^]/g // what is encoded: every byte
const NEEDED = /[^\w\-.*]/g
const LEAST = /[%&=+\0-\x20]/g

const ENCODINGS: Record<string, (draft: Draft) => string> = {
  'as the gateway encodes': ({ pairs }) => encoded(pairs, NEEDED, true),
  'in small hex digits': ({ pairs }) => encoded(pairs, NEEDED, false),
  'every byte encoded': ({ pairs }) => encoded(pairs, NEVER, true),
  'hardly a byte encoded': ({ pairs }) => encoded(pairs, LEAST, true),
  'nothing encoded': ({ pairs }) => pairs.map(([name, value]) => `${name}=${value}`).join('&'),
  'plus for blank': ({ pairs }) => encoded(pairs, NEEDED, true).replaceAll('%20', '+'),
  'encoded twice': ({ pairs }) => encoded(pairs, NEEDED, true).replaceAll('%', '%25'),
  'semicolons between': ({ pairs }) => encoded(pairs, NEEDED, true).replaceAll('&', ';'),
  'empty pairs between': ({ pairs }) => `&${encoded(pairs, NEEDED, true).replaceAll('&', '&&')}&`,
  'after a byte order mark': ({ pairs }) => `\xef\xbb\xbf${encoded(pairs, NEEDED, true)}`,
}

const encoded = (pairs: readonly Pair[], bytes: RegExp, isUpper: boolean) =>
  pairs
    .map((pair) => pair.map((text) => text.replace(bytes, isUpper ? upperHex : lowerHex)).join('='))
    .join('&')

const LOWER = Array.from({ length: 256 }, (_, byte) => '%' + byte.toString(16).padStart(2, '0'))
const UPPER = LOWER.map((hex) => hex.toUpperCase())
const lowerHex = (byte: string) => LOWER[byte.charCodeAt(0)] ?? ''
const upperHex = (byte: string) => UPPER[byte.charCodeAt(0)] ?? ''

const MANGLINGS: Record<string, (bytes: string, draft: Draft) => string> = {
  'bit flipped': (bytes, { random }) => flipBit(bytes, random),
  'byte replaced': (bytes, { random }) => splice(bytes, random, 1, String.fromCharCode(random.below(256))),
  'bytes inserted': (bytes, { random }) => splice(bytes, random, 0, random.pick(ODD)),
  'bytes removed': (bytes, { random }) => splice(bytes, random, 1 + random.below(20), ''),
  'bytes repeated': (bytes, { random }) => {
    const at = random.below(bytes.length)
    return bytes.slice(0, at + random.below(40)) + bytes.slice(at)
  },
  'cut off': (bytes, { random }) => bytes.slice(0, random.below(bytes.length + 1)),
  'crossed with another': (bytes, { random, all }) => {
    const other = encoded(random.pick(all).pairs, NEEDED, true)
    return bytes.slice(0, random.below(bytes.length + 1)) + other.slice(random.below(other.length))
  },
  'another appended': (bytes, { random, all }) => `${bytes}&${encoded(random.pick(all).pairs, NEEDED, true)}`,
}

const anyIndex = ({ pairs, random }: Draft) => random.below(pairs.length)

function insert({ pairs, random }: Draft, pair: Pair) {
  pairs.splice(random.below(pairs.length + 1), 0, pair)
}

function replace(draft: Draft, by: (pair: Pair) => Pair) {
  const at = anyIndex(draft)
  const pair = draft.pairs[at]
  if (pair) draft.pairs[at] = by(pair)
}

function replaceDeciding(draft: Draft, by: (name: string, value: string) => string) {
  const deciding = draft.pairs.flatMap(([name], at) => (DECIDING.includes(name) ? [at] : []))
  if (deciding.length === 0) return
  const at = draft.random.pick(deciding)
  const [name = '', value = ''] = draft.pairs[at] ?? []
  draft.pairs[at] = [name, by(name, value)]
}

function setSign(draft: Draft, by: (sign: string) => string) {
  draft.pairs = draft.pairs.map(([name, value]) => [name, name === 'sign' ? by(value) : value])
}

/** The value of this parameter in another genuine message, or else of any parameter. */
function valueElsewhere({ all, random }: Draft, name: string) {
  const { pairs } = random.pick(all)
  const [, value] = pairs.find(([other]) => other === name) ?? random.pick(pairs)
  return value
}

function swap(pairs: Pair[], one: number, other: number) {
  const [a, b] = [pairs[one], pairs[other]]
  if (a && b) [pairs[one], pairs[other]] = [b, a]
}

const otherCase = (text: string) => (text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase())

function odd(text: string, random: Random) {
  const at = random.pick([0, text.length, random.below(text.length + 1)])
  return text.slice(0, at) + random.pick(ODD) + text.slice(at)
}

function flipBit(text: string, random: Random) {
  if (text === '') return text
  const at = random.below(text.length)
  const byte = text.charCodeAt(at) ^ (1 << random.below(8))
  return text.slice(0, at) + String.fromCharCode(byte) + text.slice(at + 1)
}

function splice(text: string, random: Random, removed: number, inserted: string) {
  const at = random.below(text.length + 1)
  return text.slice(0, at) + inserted + text.slice(at + removed)
}

/** Bytes of one charset as those of the other; what they do not share becomes `?`. */
function transcoded(binary: string, charset: string) {
  const [from, to] = charset === 'utf-8' ? ['utf-8', 'gbk'] : ['gbk', 'utf-8']
  return iconv.encode(iconv.decode(Buffer.from(binary, 'latin1'), from), to).toString('latin1')
}
