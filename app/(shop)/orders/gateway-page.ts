import { env } from '@/lib/env'

/** Where buyer and seller act on a trade: its page in the sandbox's console, or Alipay's site. */
export const gatewayPage = (tradeNo: string) =>
  env().sandbox ? `/sandbox/console/${encodeURIComponent(tradeNo)}` : 'https://www.alipay.com/'
