import { lookup as systemLookup, type LookupAddress } from 'node:dns'
import { isIP, type LookupFunction } from 'node:net'
import { addressKind } from './address-kind'
import { isPublicSandbox, sandboxState } from './state'

/** An address to which the sandbox never posts (threats.md 71). */
export class ForbiddenAddressError extends Error {
  override name = 'ForbiddenAddressError'
  constructor(readonly address: string) {
    super(`address not allowed: ${address}`)
  }
}

/**
 * Whether an address may be posted to: never an internal one; this machine only where no strangers reach the sandbox,
 * which exists for other programs on it.
 */
export function mayPostTo(address: string): boolean {
  const kind = addressKind(address)
  return kind === 'public' || (kind === 'loopback' && !isPublicSandbox())
}

type Resolve = (
  hostname: string,
  options: { all: true },
  callback: (error: NodeJS.ErrnoException | null, addresses: LookupAddress[]) => void,
) => void

/**
 * A lookup that returns only addresses that may be posted to, so that the checked address is the one connected to and
 * DNS rebinding changes nothing. Fails with ForbiddenAddressError where there is none.
 */
export const checkedLookup =
  (resolve: Resolve = systemLookup): LookupFunction =>
  (hostname, { all }, callback) =>
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error) return callback(error, [])
      const [first, ...others] = addresses.filter(({ address }) => mayPostTo(address))
      if (!first) return callback(new ForbiddenAddressError(addresses[0]?.address ?? hostname), [])
      if (all) callback(null, [first, ...others])
      else callback(null, first.address, first.family)
    })

/** The forbidden IP address in a URL, or undefined. No lookup sees an address that a URL itself contains. */
export function forbiddenLiteral(url: string): string | undefined {
  const { hostname } = new URL(url)
  const address = hostname.replace(/^\[|\]$/g, '')
  return isIP(address) !== 0 && !isHomeUrl(url) && !mayPostTo(address) ? address : undefined
}

/** Whether a URL is at the shop's own host and port, which are always allowed. */
export const isHomeUrl = (url: string) => sandboxState().homeHosts.includes(hostAndPort(url))

/** `host:port` of a URL, the default port included. */
export function hostAndPort(url: string): string {
  const { host, port, protocol } = new URL(url)
  return port ? host : `${host}:${protocol === 'https:' ? 443 : 80}`
}
