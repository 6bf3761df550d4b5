import { errorPage } from '@/lib/sandbox/error-page'
import { ActionError } from '@/lib/sandbox/action-error'
import { isId } from '@/lib/sandbox/find-trade'
import { controlRoute, refusal, seeOther } from '@/app/sandbox/sandbox-route'

/** What a buyer typed wrong; said on the same page. */
export class FormSlip extends Error {}

/** A step of the buyer at the cashier: back to its page, or to the error page for what the gateway refuses. */
export function cashierStep(step: (id: string, form: FormData) => Promise<string>) {
  return controlRoute<{ id: string }>(async (request, { id }) => {
    if (!isId(id)) return refusal(404, 'TRADE_NOT_EXIST', '没有这笔交易')
    const form = await request.formData().catch(() => new FormData())
    try {
      return seeOther(`/sandbox/cashier/${id}${await step(id, form)}`)
    } catch (error) {
      if (error instanceof FormSlip)
        return seeOther(`/sandbox/cashier/${id}?error=${encodeURIComponent(error.message)}`)
      if (!(error instanceof ActionError) || error.code === 'TRADE_NOT_EXIST') throw error
      const page = errorPage({ kind: 'refused', code: error.code, reason: error.message })
      return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } })
    }
  })
}
