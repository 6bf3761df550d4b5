import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { BlockList, connect as connectTcp, isIP, isIPv6 } from 'node:net'
import { connect as connectTls } from 'node:tls'
import { reasonOf } from '../alipay/http'
import { type Env, isLoopback } from '../env'
import { newOrderNo } from '../orders/order-number'

/** What the doctor uses of the outside world, apart from the database; tests replace it. */
export interface World {
  fetch: typeof globalThis.fetch
  /** The addresses of a host name; throws where it has none. */
  lookup(hostname: string): Promise<string[]>
  /** Opens a connection and closes it again; with `tls` the certificate must be good. Throws where that fails. */
  connect(hostname: string, port: number, tls: boolean): Promise<void>
  now(): Date
  newOrderNo(now: Date): string
  nodeVersion: string
  /** How long to wait for any one answer. */
  timeoutMs: number
}

const TIMEOUT_MS = 5_000

export const realWorld: World = {
  fetch: globalThis.fetch,
  lookup: async (hostname) => (await lookup(hostname, { all: true })).map(({ address }) => address),
  async connect(hostname, port, tls) {
    const signal = AbortSignal.timeout(TIMEOUT_MS)
    const servername = isIP(hostname) ? undefined : hostname
    const socket = tls
      ? connectTls({ host: hostname, port, servername })
      : connectTcp({ host: hostname, port })
    try {
      await once(socket, tls ? 'secureConnect' : 'connect', { signal })
    } finally {
      socket.destroy()
    }
  },
  now: () => new Date(),
  newOrderNo,
  nodeVersion: process.version,
  timeoutMs: TIMEOUT_MS,
}

/** Why something cannot be done, as short as the system says it; undefined where it succeeds. */
export const failureOf = (work: Promise<void>) => work.then(() => undefined, reasonOf)

/** Host name and port of a URL, an IPv6 address without its brackets. */
export function hostOf(url: string) {
  const { hostname, port, protocol } = new URL(url)
  return {
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    tls: protocol === 'https:',
  }
}

/** A gateway on another machine sends its messages over the internet. */
export const isRemote = ({ sandbox, alipay }: Env) =>
  !sandbox && !isLoopback(new URL(alipay.gatewayUrl).hostname)

const NOT_PUBLIC = new BlockList()
for (const [network, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
] as const)
  NOT_PUBLIC.addSubnet(network, bits)
NOT_PUBLIC.addAddress('::1', 'ipv6')
NOT_PUBLIC.addSubnet('fc00::', 7, 'ipv6')
NOT_PUBLIC.addSubnet('fe80::', 10, 'ipv6')

/** Whether an address can be reached from the internet at all. */
export const isPublic = (address: string) => !NOT_PUBLIC.check(address, isIPv6(address) ? 'ipv6' : 'ipv4')
