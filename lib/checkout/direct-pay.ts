import { parseYuan } from '../alipay/money'
import { RequestRefusedError } from '../alipay/refusal'
import type { Bilingual } from '../dictionary'
import type { Gateway } from '../gateway/gateway'
import type { Drafted } from './drafted'

/** The direct-pay form's fields, as typed (spec.md T3.1b): what, how much in yuan, and a remark. */
export interface DirectPayFields {
  subject: string
  total_fee: string
  body: string
}

export type FieldErrors = Partial<Record<keyof DirectPayFields, Bilingual>>

const FIELD_OF: Record<string, keyof DirectPayFields> = {
  subject: 'subject',
  body: 'body',
  price: 'total_fee',
}

const MISSING = {
  subject: { zh: '请填写付款说明', en: 'Please enter what you are paying for' },
  total_fee: {
    zh: '请填写金额，单位元，例如 0.01，最多两位小数',
    en: 'Please enter an amount in yuan, such as 0.01, with at most two decimals',
  },
}

/**
 * What was typed, as an order to be made, or everything in it that the gateway would refuse, field by field. Throws
 * RequestRefusedError where it would refuse a setting of the shop.
 */
export function readDirectPay(fields: DirectPayFields, gateway: Gateway): Drafted<keyof DirectPayFields> {
  const subject = fields.subject.trim()
  const errors: FieldErrors = {}
  const totalFen = parseYuan(fields.total_fee.trim())
  if (subject === '') errors.subject = MISSING.subject
  if (!totalFen) errors.total_fee = MISSING.total_fee

  const items = [{ productId: null, name: subject, priceFen: totalFen || 1, quantity: 1 }]
  const body = fields.body.trim() || null
  const own = { gateway: gateway.name, postageFen: 0, postagePayer: 'SELLER' as const }
  const draft = { subject, body, items, ...own }
  for (const refusal of gateway.refusals(draft)) {
    const field = FIELD_OF[refusal.parameter]
    if (!field) throw new RequestRefusedError([refusal])
    errors[field] ??= { zh: refusal.zh, en: refusal.en }
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, draft }
}
