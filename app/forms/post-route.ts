import { isBusy, refuseBusy } from '@/lib/busy'
import { log } from '@/lib/log'
import { FORM_LIMITS, readForm, refuseTooBig } from '@/lib/read-form'
import { noticePage } from '@/lib/notice-page'
import { foreignNotice, isForeign } from '@/lib/same-origin'

export interface Post<Params> {
  request: Request
  params: Params
  form: FormData
  /** The text of a field; '' if it is missing or a file. */
  field: (name: string) => string
}

export interface PostOptions<Params> {
  /** Refuses by the request alone, before its body is read; undefined to go on. */
  before?: (request: Request) => Promise<Response | undefined>
  limits?: typeof FORM_LIMITS
  /** Replaces readForm; undefined if the form is too big. */
  read?: (request: Request) => Promise<FormData | undefined>
  /** The response to a form that is too big. */
  tooBig?: (params: Params) => Response
}

/**
 * The route handler of every form of the shop. A handler's address outlives a build, which the id of a Server Action does
 * not. Refuses cross-site requests (CSRF, docs/threats.md 69) and forms beyond the limits (38), and answers 503 while the
 * database is busy. The handler returns a 303.
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
    if (isForeign(request)) return noticePage(foreignNotice())
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
