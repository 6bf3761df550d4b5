import type { Prisma } from '@/generated/shop/client'

const called = { name: true, nameEn: true } as const

/** What an order's page shows beside its row: the goods, as far as they are still in the catalogue, and the events. */
export const FULL_ORDER = {
  items: {
    include: { product: { select: { ...called, picture: true } }, variant: { select: called } },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
  },
  events: { orderBy: { id: 'asc' } },
  enquiry: true,
} as const satisfies Prisma.OrderInclude

export type FullOrder = Prisma.OrderGetPayload<{ include: typeof FULL_ORDER }>
