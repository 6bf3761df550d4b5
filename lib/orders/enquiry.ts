import { type Enquiry, Prisma } from '@/generated/shop/client'
import { db } from '../db'

/** When an order was handed to the gateway, asked about there, and answered for; null or missing: never. */
export interface EnquiredOrder {
  enquiry?: Omit<Enquiry, 'orderNo'> | null
}

/** The buyer has a payment form of the order, or comes from the cashier. */
export const noteHandedOver = (orderNo: string) => note(orderNo, 'handedOverAt')

/** The gateway is about to be asked whether the order is paid. */
export const noteQuestion = (orderNo: string) => note(orderNo, 'askedAt')

/** The gateway has answered, and the order says what it answered. */
export const noteAnswer = (orderNo: string) => note(orderNo, 'answeredAt')

/** The same as noteQuestion, once in `gapMs` in all processes. Returns whether this call may ask. */
export async function claimQuestion(orderNo: string, gapMs: number): Promise<boolean> {
  const before = new Date(Date.now() - gapMs)
  const isFree = Prisma.sql`WHERE enquiry."askedAt" IS NULL OR enquiry."askedAt" < ${before}::timestamptz`
  return (await note(orderNo, 'askedAt', isFree)) === 1
}

export async function findEnquiry(orderNo: string): Promise<Enquiry | null> {
  return db().enquiry.findUnique({ where: { orderNo } })
}

/** Sets one moment to now, of an order that exists. Returns how many rows it wrote. */
function note(
  orderNo: string,
  column: 'handedOverAt' | 'askedAt' | 'answeredAt',
  guard = Prisma.empty,
): Promise<number> {
  const name = Prisma.raw(`"${column}"`)
  return db().$executeRaw`
    INSERT INTO "shop"."Enquiry" AS enquiry ("orderNo", ${name})
    SELECT "orderNo", ${new Date()}::timestamptz FROM "shop"."Order" WHERE "orderNo" = ${orderNo}
    ON CONFLICT ("orderNo") DO UPDATE SET ${name} = EXCLUDED.${name} ${guard}`
}
