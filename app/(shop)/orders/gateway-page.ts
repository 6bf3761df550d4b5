import { env } from '@/lib/env'

/** Where buyer and seller act on a trade themselves: the sandbox's page of it, or Alipay's site. */
export const gatewayPage = (tradeNo: string) =>
  env().sandbox ? `/sandbox/console/${encodeURIComponent(tradeNo)}` : 'https://www.alipay.com/'
