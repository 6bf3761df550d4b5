import { type Env, env, isLoopback } from '@/lib/env'

/**
 * Whether the gateway is a sandbox: this shop's own, another one on this machine, or Alipay's. Buyers are then developers, who are
 * shown the protocol. Any other host may be the way to the real one, such as a proxy.
 */
export function isTestGateway({ sandbox, alipay }: Pick<Env, 'sandbox' | 'alipay'> = env()): boolean {
  const { hostname } = new URL(alipay.gatewayUrl)
  return sandbox || isLoopback(hostname) || hostname.endsWith('.alipaydev.com')
}
