/** How goods are sent (protocol.md 2.2, 2.6). DIRECT is 无需物流, nothing to ship (protocol.md 9). */
export const LOGISTICS_TYPES = ['POST', 'EXPRESS', 'EMS', 'DIRECT'] as const
export type LogisticsType = (typeof LOGISTICS_TYPES)[number]
