import { isBusy, refuseBusy } from '@/lib/busy'
import { log } from '@/lib/log'
import { FORM_LIMITS, readForm, refuseTooBig } from '@/lib/read-form'
import { isForeign, refuseForeign } from '@/lib/same-origin'

export interface Post<Params> {
  request: Request
  params: Params
  form: FormData
  /** A text field by name; '' for one that is missing or is a file. */
  field: (name: string) => string
}

export interface PostOptions<Params> {
  /** Decides by the request alone, before its body is read: a response, or undefined to go on. */
  before?: (request: Request) => Promise<Response | undefined>
  limits?: typeof FORM_LIMITS
  /** Reads the form in place of lib/read-form.ts; undefined where it is too big. */
  read?: (request: Request) => Promise<FormData | undefined>
  /** The answer to a form that is too big. */
  tooBig?: (params: Params) => Response
}

/**
 * The one way in which the shop's own forms are answered: a route handler, whose address outlives a build, as a Server
 * Action's id does not. Refuses other sites' pages (docs/threats.md 69) and forms beyond the limits (38), and says so
 * where the database has no room. The handler answers 303.
 */
export function postRoute<Params = unknown>(
  handler: (post: Post<Params>) => Promise<Response>,
  {
    before,
    limits = FORM_LIMITS,
    read = (request) => readForm(request, limits),
    tooBig,
  }: PostOptions<Params> = {},
) {
  return async (request: Request, context: { params: Promise<Params> }): Promise<Response> => {
    if (isForeign(request)) return refuseForeign()
    try {
      const refusal = await before?.(request)
      if (refusal) return refusal
      const [params, form] = [await context.params, await read(request)]
      if (!form) return tooBig?.(params) ?? refuseTooBig(limits)
      const field = (name: string) => {
        const value = form.get(name)
        return typeof value === 'string' ? value : ''
      }
      return await handler({ request, params, form, field })
    } catch (error) {
      if (!isBusy(error)) throw error
      log().error({ err: error }, 'no room in the database for a form')
      return refuseBusy()
    }
  }
}
