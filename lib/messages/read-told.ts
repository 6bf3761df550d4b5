import { parseBeijingTime } from '../alipay/beijing-time'
import type { Params } from '../alipay/params'
import type { ToldNews } from '../orders/told'

const RECEIVER = ['receive_name', 'receive_address', 'receive_zip', 'receive_phone', 'receive_mobile']

/** Older than every message that says when it was sent. */
const UNDATED = new Date(0)

/**
 * The receiver and the way of shipping in a message (docs/protocol.md 5.3), or undefined where it names neither. After
 * shipping, logistics_type is the seller's way and not the buyer's choice.
 */
export function readTold(
  params: Params,
  { sent }: { sent: boolean },
): Pick<ToldNews, 'told' | 'toldAt'> | undefined {
  const text = (name: string) => params.get(name) || null
  const receiver = RECEIVER.some(text)
    ? {
        receiveName: text('receive_name'),
        receiveAddress: text('receive_address'),
        receiveZip: text('receive_zip'),
        receivePhone: text('receive_phone'),
        receiveMobile: text('receive_mobile'),
      }
    : undefined
  const logisticsType = (!sent && text('logistics_type')) || undefined
  if (!receiver && !logisticsType) return undefined
  const time = text('notify_time') ?? text('gmt_last_modified_time') ?? ''
  return { told: { receiver, logisticsType }, toldAt: parseBeijingTime(time) ?? UNDATED }
}
