import { isDeepStrictEqual } from 'node:util'
import type { Gateway, ReadClaim } from '../../gateway/gateway'
import { partnerGateway } from '../../gateway/partner-gateway'
import type { PartnerSettings } from '../../gateway/partner-request'
import { decide } from '../../orders/transitions'
import { DECIDING, forge } from './forge'
import { type Genuine, genuineShops, type Pair, type Shop } from './genuine-messages'
import { seededRandom } from './seeded-random'

/** A forgery that was believed. `bytes` is a binary string. */
export interface Finding {
  index: number
  bytes: string
  how: string[]
  differs: string[]
}

export interface Fuzzed {
  /** How many ended so: the reason of a refusal, or `accepted: ` and what it does to its order. */
  outcomes: Map<string, number>
  findings: Finding[]
}

/**
 * Forges messages and shows them to the shop's gateway. A message whose sign is right must have the bytes of a genuine
 * message about the same order in every parameter that decides, and be understood like it. The same seed makes the same
 * messages. Stops at the tenth finding.
 */
export function fuzz(
  count: number,
  seed: number,
  gatewayOf: (settings: PartnerSettings) => Gateway = partnerGateway,
): Fuzzed {
  const shops = genuineShops()
  const all = shops.flatMap(({ messages }) => messages)
  const gateways = new Map(shops.map((shop) => [shop, gatewayOf(shop.account)]))
  const random = seededRandom(seed)
  const outcomes = new Map<string, number>()
  const findings: Finding[] = []
  for (let index = 0; index < count && findings.length < 10; index++) {
    const genuine = random.pick(all)
    const gateway = gateways.get(genuine.shop)
    if (!gateway) throw new Error('no gateway')
    const { bytes, how } = forge(all, genuine, random)
    const { outcome, differs } = show(bytes, genuine.shop, gateway)
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
    if (differs) findings.push({ index, bytes, how, differs })
  }
  return { outcomes, findings }
}

/** What the shop makes of these bytes, and in which parameters they differ from every genuine message, if it believes them. */
function show(binary: string, shop: Shop, gateway: Gateway): { outcome: string; differs?: string[] } {
  const read = gateway.readMessage(new Uint8Array(Buffer.from(binary, 'latin1')))
  if (read.kind !== 'signed') return { outcome: `${read.kind}: ${read.code}` }
  const claim = gateway.claim(read.params, 'message')
  return {
    outcome: outcomeOf(claim, shop, gateway),
    differs: difference(pairsOf(binary), claim, shop, gateway),
  }
}

function outcomeOf(claim: ReadClaim, { orders }: Shop, gateway: Gateway): string {
  if (!claim.ok) return `${claim.verdict}: ${claim.code}`
  const order = orders.get(claim.claim.orderNo)
  if (!order) return 'unknown_order'
  const amount = gateway.amount(claim.claim, order)
  if (amount.kind === 'wrong') return `bad_amount: ${amount.code}`
  return `accepted: ${decide(order, claim.claim.news).kind}`
}

/** The parameters in which a message differs from the genuine one that it resembles most; undefined where it differs in none. */
function difference(pairs: Pair[], claim: ReadClaim, shop: Shop, gateway: Gateway): string[] | undefined {
  const orderNos = pairs.filter(([name]) => name === 'out_trade_no').map(([, value]) => value)
  const differences = shop.messages
    .filter(({ order }) => orderNos.includes(order.orderNo))
    .map((genuine) => {
      const names = namesThatDiffer(pairs, genuine)
      if (names.length > 0) return names
      const meant = meaning(claimOf(genuine, gateway))
      return isDeepStrictEqual(meaning(claim), meant) ? [] : ['what is made of it']
    })
    .toSorted((a, b) => a.length - b.length)
  const [least = ['out_trade_no']] = differences
  return least.length === 0 ? undefined : least
}

function namesThatDiffer(pairs: Pair[], genuine: Genuine): string[] {
  const values = new Map(genuine.pairs)
  return DECIDING.filter((name) => {
    if (name === 'refund_status' && values.has('is_success')) return false // no word of a return's counts
    const given = pairs.filter(([own, value]) => own === name && value !== '').map(([, value]) => value)
    const value = values.get(name) ?? ''
    return value === '' ? given.length > 0 : given.length === 0 || given.some((other) => other !== value)
  })
}

const claims = new WeakMap<Genuine, ReadClaim>()

function claimOf(genuine: Genuine, gateway: Gateway): ReadClaim {
  const known = claims.get(genuine)
  if (known) return known
  const claim = gateway.claim(new Map(genuine.pairs), 'message')
  claims.set(genuine, claim)
  return claim
}

/** A claim without the texts for people. */
const meaning = ({ claim, ...read }: ReadClaim) => ({
  ...read,
  claim: { ...claim, buyerEmail: null, told: null },
})

/** The pairs of a form as any program reads them, none dropped; not by the parser under test. */
function pairsOf(binary: string): Pair[] {
  const decoded = (text: string) =>
    text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-f]{2})/gi, (_escape, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return binary
    .split('&')
    .filter((pair) => pair !== '')
    .map((pair) => {
      const cut = pair.indexOf('=')
      return cut < 0 ? [decoded(pair), ''] : [decoded(pair.slice(0, cut)), decoded(pair.slice(cut + 1))]
    })
}
