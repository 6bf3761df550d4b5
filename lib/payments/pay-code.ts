import type { Order } from '@/generated/shop/client'
import type { Env } from '../env'
import type { EnquiredOrder } from '../orders/enquiry'

/** How long Alipay takes payments by a code; after that another has to be made (protocol-open.md 4.1). */
const CODE_HOURS = 2

/** The address of the order's code, while buyers pay by codes and it can be scanned. */
export function payCode(
  { qrCode, enquiry }: EnquiredOrder & Pick<Order, 'qrCode'>,
  alipay: Env['alipay'],
  now = new Date(),
): string | undefined {
  if (alipay.kind !== 'open' || alipay.product !== 'qr' || !enquiry?.handedOverAt) return undefined
  const age = now.getTime() - enquiry.handedOverAt.getTime()
  return age < CODE_HOURS * 60 * 60 * 1000 ? (qrCode ?? undefined) : undefined
}
