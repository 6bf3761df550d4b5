import { seeOther } from '@/lib/see-other'
import { formRoute, gatewayRoute } from '@/app/sandbox/sandbox-route'
import { language } from '@/lib/language'
import { readForm, refuseTooBig } from '@/lib/read-form'
import { ActionError } from '@/lib/sandbox/trade/action-error'
import { errorPage } from '@/app/sandbox/pages/error-page'
import { isId } from '@/lib/sandbox/trade/find-trade'
import { noTradePage } from './cashier-page'

const SLIPS = ['account', 'password'] as const
type Slip = (typeof SLIPS)[number]

/** What a buyer typed wrong; said on the same page. */
export class FormSlip extends Error {
  constructor(readonly slip: Slip) {
    super(slip)
  }
}

/** The slip that a cashier's address tells of. */
export function slipOf(request: Request): Slip | undefined {
  const told = new URL(request.url).searchParams.get('slip')
  return SLIPS.find((slip) => slip === told)
}

/** The trade is not what the page showed, often because it was sent twice. */
const MOVED_ON = ['TRADE_STATUS_NOT_AVAILD', 'TRADE_NOT_ALLOWED_PAY']

/**
 * A step of the buyer at the cashier: back to its page, which shows the step that is due now, or to the error page for what
 * the gateway refuses.
 */
export function cashierStep(step: (id: string, form: FormData) => Promise<unknown>) {
  return formRoute<{ id: string }>(async (request, { id }) => {
    if (!isId(id)) return noTradePage(await language())
    const form = await readForm(request)
    if (!form) return refuseTooBig()
    try {
      await step(id, form)
    } catch (error) {
      if (error instanceof FormSlip) return seeOther(`/sandbox/cashier/${id}?slip=${error.slip}`)
      if (!(error instanceof ActionError)) throw error
      if (error.code === 'TRADE_NOT_EXIST') return noTradePage(await language())
      if (!MOVED_ON.includes(error.code))
        return errorPage({ kind: 'refused', code: error.code, reason: error.text }, await language())
    }
    return seeOther(`/sandbox/cashier/${id}`)
  })
}

/** A step's address, opened without its form: by a reload after an error, or a switch of the language. */
export const backToCashier = gatewayRoute<{ id: string }>(async (_request, { id }) =>
  isId(id) ? seeOther(`/sandbox/cashier/${id}`) : noTradePage(await language()),
)
