import { z } from 'zod'
import type { Bilingual } from '@/lib/alipay/bilingual'
import { language } from '@/lib/language'
import { isForeign } from '@/lib/same-origin'
import { ActionError } from '@/lib/sandbox/action-error'
import { issueText } from '@/lib/sandbox/issue-text'
import { isSandboxOpen } from '@/lib/sandbox/open'

type Handler<Params> = (request: Request, params: Params) => Promise<Response>
type Context<Params> = { params: Promise<Params> }

/** A handler of the gateway: 404 unless the sandbox is the configured gateway. */
export function gatewayRoute<Params>(handler: Handler<Params>) {
  return async (request: Request, { params }: Context<Params>) =>
    isSandboxOpen() ? handler(request, await params) : new Response('Not Found', { status: 404 })
}

/**
 * A handler of the control API or of the cashier. A browser's post from another origin is refused (threats.md 69);
 * programs send no Origin. Errors are `{ error, message }` with 4xx.
 */
export function controlRoute<Params>(handler: Handler<Params>) {
  return gatewayRoute<Params>(async (request, params) => {
    const spoken = await language()
    if (isForeign(request)) return refusal(403, 'FOREIGN_ORIGIN', FOREIGN[spoken])
    try {
      return await handler(request, params)
    } catch (error) {
      const { code, text } = asRefusal(error)
      const page = consolePage(request)
      if (!page) return refusal(STATUS[code] ?? 409, code, text[spoken])
      page.searchParams.set('error', text[spoken])
      return seeOther(page.pathname + page.search)
    }
  })
}

const FOREIGN: Bilingual = {
  zh: '这个操作只能从沙箱自己的页面或程序发出',
  en: 'This can only be done from the sandbox’s own pages or by a program',
}

/** Throws what is no refusal. */
function asRefusal(error: unknown): { code: string; text: Bilingual } {
  if (error instanceof ActionError) return error
  if (error instanceof z.ZodError) return { code: 'ILLEGAL_ARGUMENT', text: issueText(error) }
  throw error
}

export const isBrowser = (request: Request) => request.headers.get('accept')?.includes('text/html')

/** The page of the console that a browser's form was on, if the browser says so. */
function consolePage(request: Request): URL | undefined {
  const referer = request.headers.get('referer') ?? ''
  if (!isBrowser(request) || !URL.canParse(referer)) return undefined
  const page = new URL(referer)
  for (const name of ['error', 'ask']) page.searchParams.delete(name)
  return page.pathname.startsWith('/sandbox/console') ? page : undefined
}

const STATUS: Record<string, number> = {
  TRADE_NOT_EXIST: 404,
  DELIVERY_NOT_EXIST: 404,
  ILLEGAL_ACTION: 404,
  ILLEGAL_ARGUMENT: 400,
}

const refusal = (status: number, error: string, message: string) =>
  Response.json({ error, message }, { status })

/** After a form's post a browser goes back to the page of the console; a program gets the JSON. */
export function answer(request: Request, json: unknown): Response {
  if (!isBrowser(request)) return Response.json(json)
  const page = consolePage(request)
  return seeOther(page ? page.pathname + page.search : '/sandbox/console')
}

export const seeOther = (location: string) => new Response(null, { status: 303, headers: { location } })

/** The fields of a JSON body or of a form; an empty body has none. */
export async function readFields(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type') ?? ''
  if (/^(application\/x-www-form-urlencoded|multipart\/form-data)/.test(type)) {
    const form = await request.formData().catch(() => undefined)
    if (!form) throw new ActionError('ILLEGAL_ARGUMENT', '请求正文不是表单', 'The body is no form')
    return Object.fromEntries([...form].filter(([, value]) => value !== '')) // left empty is not given
  }
  const text = await request.text()
  try {
    return text === '' ? {} : JSON.parse(text)
  } catch {
    throw new ActionError('ILLEGAL_ARGUMENT', '请求正文不是 JSON', 'The body is no JSON')
  }
}
