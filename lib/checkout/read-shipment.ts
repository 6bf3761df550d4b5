import { z } from 'zod'
import { parameterWithin } from '../alipay/ambiguity'
import { type Charset, firstUnencodable } from '../alipay/charset'
import { LOGISTICS_TYPES } from '../alipay/logistics'
import { hasControlCharacter } from '../alipay/partner/request-rules'
import type { Shipment } from '../gateway/gateway'

/** Text that the gateway takes (docs/protocol.md 2.6). */
const text = (characters: number, charset: Charset) =>
  z
    .string()
    .trim()
    .max(characters)
    .refine((value) => firstUnencodable(value, charset) === undefined)
    .refine((value) => !hasControlCharacter(value))
    .refine((value) => parameterWithin(value) === undefined)

const schema = (charset: Charset) =>
  z.object({
    transportType: z.enum(LOGISTICS_TYPES),
    logisticsName: text(64, charset).min(1),
    invoiceNo: text(32, charset).transform((value) => value || null),
  })

/** The shipping form's fields, or undefined where the gateway would refuse one of them. */
export function readShipment(fields: Record<string, unknown>, charset: Charset): Shipment | undefined {
  return schema(charset).safeParse(fields).data
}
