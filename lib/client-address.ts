import { isIP } from 'node:net'
import { env } from './env'
import { socketAddress } from './raw-target'

/** Where a request comes from, as far as it can be told. */
export interface Client {
  address: string
  /** It may be a proxy that TRUSTED_PROXIES does not tell of, behind which are all visitors. */
  isShared: boolean
}

/**
 * X-Forwarded-For is what its sender wrote, so only what TRUSTED_PROXIES proxies of ours have added at its end is
 * believed. Without such a proxy it is the connection's own address; one of this machine or of a private network may be a
 * proxy's.
 */
export function clientOf(headers: Headers, trustedProxies = env().trustedProxies): Client {
  const named = headers.get('x-forwarded-for')?.split(',') ?? []
  const told = trustedProxies > 0 ? plain(named.at(-trustedProxies) ?? '') : ''
  if (isIP(told) > 0) return { address: networkOf(told), isShared: false }
  const socket = plain(socketAddress(headers))
  return { address: networkOf(socket), isShared: PRIVATE.test(socket) }
}

/** Without the prefix that an IPv4 address has on a socket for both. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

const PRIVATE =
  /^$|^127\.|^10\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^169\.254\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^::1$|^f[cd]|^fe80:/i

/** A customer of IPv6 has a whole network of addresses, of which the first four groups are common. */
function networkOf(address: string) {
  if (isIP(address) !== 6) return address
  const [head = '', tail] = address.toLowerCase().split('::')
  const before = head === '' ? [] : head.split(':')
  const after = tail ? tail.split(':') : []
  const zeros = Array<string>(Math.max(0, 8 - before.length - after.length)).fill('0')
  const groups = tail === undefined ? before : [...before, ...zeros, ...after]
  return groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')
}
