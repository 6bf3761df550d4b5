import { z } from 'zod'
import { kept } from '@/app/forms/flash'

/** What the flash keeps of a shipment that did not reach the gateway. */
export const TypedShipment = z.object({
  logisticsName: z.string(),
  invoiceNo: z.string(),
  transportType: z.string(),
})
export type TypedShipment = z.infer<typeof TypedShipment>

/** All fields of the form. */
export const typedShipment = (fields: Record<string, unknown>): TypedShipment => ({
  logisticsName: kept(String(fields.logisticsName ?? '')),
  invoiceNo: kept(String(fields.invoiceNo ?? '')),
  transportType: kept(String(fields.transportType ?? '')),
})
