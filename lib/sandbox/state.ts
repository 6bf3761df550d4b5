import type { KeyObject } from 'node:crypto'
import { remember } from '../remember'

/** What the gateway of this process was opened with (open-sandbox.ts). */
interface SandboxState {
  /** Every address of a closed gateway answers 404. */
  isOpen: boolean
  /** The shop's own merchant. */
  homePartner?: string
  /** Whether this server has a shop, which is that merchant's. */
  hasShop: boolean
  /** `host:port` of the shop's own notify_url and return_url, which may be posted to wherever they are. */
  homeHosts: readonly string[]
  /** SHOP_URL. */
  shopUrl?: string
  /** The private key with which it signs as the open platform. */
  gatewayKey?: KeyObject
  /** The token that the control API asks for where strangers reach the sandbox; undefined: none. */
  token?: string
  /** Receives errors of work that nothing waits for: the delivery queue and the timers. */
  reportError: (step: string, error: unknown) => void
}

export const sandboxState = () =>
  remember('sandbox state', (): SandboxState => ({
    isOpen: false,
    hasShop: false,
    homeHosts: [],
    reportError: console.error,
  }))

export const isSandboxOpen = () => sandboxState().isOpen
/** The private key of the open platform. Throws before the sandbox is opened. */
export function gatewayKey(): KeyObject {
  const { gatewayKey } = sandboxState()
  if (!gatewayKey) throw new Error('the sandbox is not open: it has no key to sign with')
  return gatewayKey
}

/** Whether strangers reach it (ALIPAY_SANDBOX=demo). */
export const isPublicSandbox = () => sandboxState().token !== undefined
