import { remember } from '../remember'

/** What the gateway of this process was opened with (open.ts). */
interface SandboxState {
  /** Until then every address of it answers 404. */
  isOpen: boolean
  /** The shop's own merchant. */
  homePartner?: string
  /** `host:port` of the shop's own notify_url and return_url, which may be posted to wherever they are. */
  homeHosts: readonly string[]
  /** SHOP_URL. */
  shopUrl?: string
  /** What the control API asks for where strangers reach the sandbox; undefined: nothing. */
  token?: string
}

export const sandboxState = () =>
  remember('sandbox state', (): SandboxState => ({ isOpen: false, homeHosts: [] }))

export const isSandboxOpen = () => sandboxState().isOpen
/** Whether strangers reach it (ALIPAY_SANDBOX=demo). */
export const isPublicSandbox = () => sandboxState().token !== undefined
