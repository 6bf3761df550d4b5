import { checkOpenPayment } from '../alipay/open/request-rules'
import { gatewayLength } from '../alipay/partner/request-rules'
import type { Refusal } from '../alipay/refusal'
import { type OrderDraft, totalFen } from '../orders/create-order'
import type { ReceiverField } from '../orders/receiver'

/** The same lengths as under the partner interface, where they are the gateway's: here the shop alone reads these fields. */
const OWN_FIELDS = {
  body: ['body', 400],
  receiveName: ['receive_name', 128],
  receiveAddress: ['receive_address', 256],
  receiveZip: ['receive_zip', 20],
  receivePhone: ['receive_phone', 30],
  receiveMobile: ['receive_mobile', 30],
} as const satisfies Record<'body' | ReceiverField, readonly [parameter: string, most: number]>

/** All that is wrong with an order that is still to be made (spec.md F10). The postage is in its total. */
export function openDraftRefusals(draft: Omit<OrderDraft, 'buyerId'>): Refusal[] {
  const { subject } = draft
  const refusals = checkOpenPayment({ orderNo: '0', subject, totalFen: totalFen(draft) }).map(
    (refusal) => (refusal.parameter === 'total_amount' ? { ...refusal, parameter: 'price' } : refusal), // as forms know it
  )
  for (const [field, [parameter, most]] of Object.entries(OWN_FIELDS)) {
    const length = gatewayLength(draft[field as keyof typeof OWN_FIELDS] ?? '')
    if (length > most)
      refusals.push({
        parameter,
        code: 'INVALID_PARAMETER',
        zh: `最多 ${most} 个字符（一个汉字算两个），现在是 ${length} 个`,
        en: `at most ${most} characters (a Chinese one counts as two), not ${length}`,
      })
  }
  return refusals
}
