import { BlockList, isIP, isIPv4 } from 'node:net'
import { networkInterfaces } from 'node:os'

const list = (...subnets: string[]) => {
  const all = new BlockList()
  for (const subnet of subnets) {
    const [network = '', prefix] = subnet.split('/')
    all.addSubnet(network, Number(prefix), isIPv4(network) ? 'ipv4' : 'ipv6')
  }
  return all
}

const LOOPBACK = list('127.0.0.0/8', '::1/128')
/** This network, private and shared networks, link-local, benchmarking, multicast and reserved. */
const INTERNAL_V4 = list(
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '169.254.0.0/16', '172.16.0.0/12', '192.0.0.0/24'],
  ...['192.168.0.0/16', '198.18.0.0/15', '224.0.0.0/3'],
)
/** Only global unicast is public, without the tunnels (Teredo, 6to4) that carry an IPv4 address inside. */
const GLOBAL_V6 = list('2000::/3')
const TUNNELS_V6 = list('2001::/32', '2002::/16')

const isIn = (list: BlockList, address: string) => list.check(address, isIPv4(address) ? 'ipv4' : 'ipv6')

/**
 * What an IP address leads to. `loopback` is this machine, also by a public address of its own; `internal` is anything
 * else that the Internet does not reach, including IPv4 addresses written as IPv6.
 */
export function addressKind(address: string): 'public' | 'loopback' | 'internal' {
  const [plain = ''] = address.split('%')
  if (isIP(plain) === 0) return 'internal'
  if (isIn(LOOPBACK, plain)) return 'loopback'
  const isInternal = isIPv4(plain)
    ? isIn(INTERNAL_V4, plain)
    : !isIn(GLOBAL_V6, plain) || isIn(TUNNELS_V6, plain)
  if (isInternal) return 'internal'
  const own = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? [])
  return own.some((one) => one.address === plain) ? 'loopback' : 'public'
}

/** Whether an IP address is in the loopback network. */
export const isLoopback = (address: string) => isIP(address) !== 0 && isIn(LOOPBACK, address)

/** Whether this is a dotted IPv4 address outside the private ranges, as a buyer's must be. */
export const isPublicAddress = (address: string) => isIPv4(address) && addressKind(address) === 'public'
