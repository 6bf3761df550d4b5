import { z } from 'zod'
import { CHARSETS } from '@/lib/alipay/charset'
import { saveMerchant } from '@/lib/sandbox/merchants'
import { answer, controlRoute, readFields } from '../../sandbox-route'

const Fields = z.object({
  partner: z.string().regex(/^2088\d{12}$/, 'partner is 16 digits beginning with 2088'),
  key: z.string().regex(/^[0-9a-zA-Z]{32}$/, 'key is 32 letters and digits'),
  seller_email: z.string().regex(/^[\w.@+-]{1,100}$/, 'seller_email is an e-mail address or a mobile number'),
  services: z.array(z.string().regex(/^[a-z_]{1,64}$/)),
  /** What a request without `_input_charset` is read in. */
  charset: z.enum(CHARSETS).default('gbk'),
  /** Trade and refund statuses to notify of; none means all. */
  stages: z.array(z.string().regex(/^[\w.]{1,64}$/)).default([]),
  /** Whether the contract lets requests bring their own timeouts (docs/protocol.md 2.2). */
  own_timeouts: z.boolean().default(false),
  /** `host` or `host:port` that notifications may go to. */
  allowed_hosts: z.array(z.string().regex(/^[\w.:[\]-]{1,255}$/)).default(['127.0.0.1', 'localhost']),
})

export const POST = controlRoute(async (request) => {
  const {
    seller_email: sellerEmail,
    allowed_hosts: allowedHosts,
    own_timeouts: ownTimeouts,
    ...merchant
  } = Fields.parse(await readFields(request))
  const { partner, services } = await saveMerchant({ ...merchant, sellerEmail, allowedHosts, ownTimeouts })
  return answer(request, { partner, services })
})
