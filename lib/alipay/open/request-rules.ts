import type { Refusal } from '../refusal'

/** Characters that Alipay takes of a subject. */
const MAX_SUBJECT = 256

/** 100,000,000.00 yuan, in fen. */
const MAX_TOTAL_FEN = 10_000_000_000

/**
 * What Alipay would refuse of a payment (alipay.trade.page.pay, wap.pay, precreate); empty if nothing. `totalFen` in fen.
 * `/`, `=` and `&` of a subject are no reason: payRequest sends their wide forms.
 */
export function checkOpenPayment(payment: { orderNo: string; subject: string; totalFen: number }): Refusal[] {
  const { orderNo, subject, totalFen } = payment
  const refusals: Refusal[] = []
  const refuse = (parameter: string, code: string, zh: string, en: string) =>
    refusals.push({ parameter, code, zh, en })
  if (!/^\w{1,64}$/.test(orderNo))
    refuse('out_trade_no', 'INVALID_PARAMETER', '要写 1 到 64 位字母、数字或下划线', 'must be 1 to 64 letters, digits or _') // prettier-ignore
  if (subject.trim() === '') refuse('subject', 'isv.missing-parameter', '不能是空的', 'must not be empty')
  const length = Array.from(subject).length
  if (length > MAX_SUBJECT)
    refuse(
      'subject',
      'INVALID_PARAMETER',
      `最多 ${MAX_SUBJECT} 个字符，现在是 ${length} 个`,
      `at most ${MAX_SUBJECT} characters, not ${length}`,
    )
  if (!subject.isWellFormed())
    refuse('subject', 'INVALID_PARAMETER', '里有不是文字的字符', 'has characters that are no text')
  if (!(totalFen >= 1))
    refuse('total_amount', 'INVALID_PARAMETER', '金额太小，最少 0.01 元', 'too small: at least 0.01 yuan')
  if (totalFen > MAX_TOTAL_FEN)
    refuse('total_amount', 'TOTAL_FEE_EXCEED', `金额太大，最多 ${MAX_TOTAL_FEN / 100} 元`, `too large: at most ${MAX_TOTAL_FEN / 100} yuan`) // prettier-ignore
  return refusals
}
