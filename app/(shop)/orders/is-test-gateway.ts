import { env } from '@/lib/env'

/**
 * Whether the gateway is a sandbox, this shop's own, another shop's or Alipay's: buyers are then developers, who are shown
 * the protocol.
 */
export const isTestGateway = () => !/(^|\.)alipay\.com$/.test(new URL(env().alipay.gatewayUrl).hostname)
