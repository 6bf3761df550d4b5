import { isIP } from 'node:net'
import { env } from './env'
import { socketAddress } from './raw-target'

/** The client of a request. */
export interface Client {
  address: string
  /** It may be a proxy that TRUSTED_PROXIES does not count, and then stands for all visitors. */
  isShared: boolean
}

/**
 * Anybody can write X-Forwarded-For, so only the entries that TRUSTED_PROXIES own proxies have added at its end are
 * believed. Without such a proxy it is the address of the connection, which may be an unknown proxy's if it is private.
 */
export function clientOf(headers: Headers, trustedProxies = env().trustedProxies): Client {
  const named = headers.get('x-forwarded-for')?.split(',') ?? []
  const told = trustedProxies > 0 ? plain(named.at(-trustedProxies) ?? '') : ''
  if (isIP(told) > 0) return { address: networkOf(told), isShared: false }
  const socket = plain(socketAddress(headers))
  return { address: networkOf(socket), isShared: PRIVATE.test(socket) }
}

/** Without the prefix of an IPv4 address on a dual-stack socket. */
const plain = (address: string) => address.trim().replace(/^::ffff:(?=\d+\.)/i, '')

const PRIVATE =
  /^$|^127\.|^10\.|^192\.168\.|^172\.(1[6-9]|2\d|3[01])\.|^169\.254\.|^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|^::1$|^f[cd]|^fe80:/i

/** An IPv6 customer has a whole /64 network: only its first four groups count. */
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
