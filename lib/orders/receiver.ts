/** The fields of a receiver, in the order in which pages show them. */
export const RECEIVER_FIELDS = [
  'receiveName',
  'receiveMobile',
  'receivePhone',
  'receiveAddress',
  'receiveZip',
] as const
export type ReceiverField = (typeof RECEIVER_FIELDS)[number]

/** To whom the goods go; null where that is not known, and the buyer tells the gateway. */
export type Receiver = Record<ReceiverField, string | null>
