import { seeOther } from '@/lib/see-other'
import { formRoute, gatewayRoute } from '@/app/sandbox/sandbox-route'
import { language } from '@/lib/language'
import { readForm, refuseTooBig } from '@/lib/read-form'
import { ActionError } from '@/lib/sandbox/action-error'
import { errorPage } from '@/app/sandbox/pages/error-page'
import { isId } from '@/lib/sandbox/trade/find-trade'
import { noTradePage } from './cashier-page'

const SLIPS = ['account', 'password'] as const
type Slip = (typeof SLIPS)[number]

/** The wrong field that a cashier's address names. */
export function slipOf(request: Request): Slip | undefined {
  const told = new URL(request.url).searchParams.get('slip')
  return SLIPS.find((slip) => slip === told)
}

/** The trade has changed since the page was shown, often because the form was sent twice. */
const MOVED_ON = ['TRADE_STATUS_NOT_AVAILD', 'TRADE_NOT_ALLOWED_PAY']

/**
 * A step of the buyer at the cashier, which returns the field that was typed wrong. Redirects to the cashier's page, which
 * shows the next step; what the gateway refuses ends on the error page.
 */
export function cashierStep(step: (id: string, form: FormData) => Promise<Slip | undefined>) {
  return formRoute<{ id: string }>(async (request, { id }) => {
    if (!isId(id)) return noTradePage(await language())
    const form = await readForm(request)
    if (!form) return refuseTooBig()
    try {
      const slip = await step(id, form)
      return seeOther(`/sandbox/cashier/${id}${slip ? `?slip=${slip}` : ''}`)
    } catch (error) {
      if (!(error instanceof ActionError)) throw error
      if (error.code === 'TRADE_NOT_EXIST') return noTradePage(await language())
      if (MOVED_ON.includes(error.code)) return seeOther(`/sandbox/cashier/${id}`)
      return errorPage({ kind: 'refused', code: error.code, reason: error.text }, await language())
    }
  })
}

/** A step's address opened by GET: a reload after an error, or a switch of the language. */
export const backToCashier = gatewayRoute<{ id: string }>(async (_request, { id }) =>
  isId(id) ? seeOther(`/sandbox/cashier/${id}`) : noTradePage(await language()),
)
