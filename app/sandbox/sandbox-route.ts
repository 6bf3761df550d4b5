import { z } from 'zod'
import type { Bilingual } from '@/lib/dictionary'
import { readLimited } from '@/lib/alipay/http'
import { wordsIn } from '@/lib/language'
import { FORM_LIMITS, readForm } from '@/lib/read-form'
import { isForeign } from '@/lib/same-origin'
import { seeOther } from '@/lib/see-other'
import { ActionError } from '@/lib/sandbox/action-error'
import { accessOf, TOKEN_PAGE } from '@/lib/sandbox/control-access'
import { gatewayWords } from '@/app/sandbox/pages/gateway-words'
import { validationMessages } from '@/lib/sandbox/validation-messages'
import { isSandboxOpen } from '@/lib/sandbox/state'

type Handler<Params> = (request: Request, params: Params) => Promise<Response>
type Context<Params> = { params: Promise<Params> }

/** A handler of the gateway: 404 unless the sandbox is open. */
export function gatewayRoute<Params>(handler: Handler<Params>) {
  return async (request: Request, { params }: Context<Params>) =>
    isSandboxOpen() ? handler(request, await params) : new Response('Not Found', { status: 404 })
}

/** A handler for a form on one of the gateway's own pages: refuses posts from other origins (CSRF, threats.md 69). */
export function formRoute<Params>(handler: Handler<Params>) {
  return gatewayRoute<Params>(async (request, params) =>
    isForeign(request) ? refusal(403, 'FOREIGN_ORIGIN', FOREIGN_ORIGIN) : handler(request, params),
  )
}

/**
 * A handler of the control API, for programs, which send no Origin, and for the console's forms. Checks the access
 * (control-access.ts). Errors are `{ error, message }` with 4xx.
 */
export function controlRoute<Params>(handler: Handler<Params>) {
  return formRoute<Params>(async (request, params) => {
    const access = accessOf(request.headers)
    if (access === 'foreign-host') return refusal(403, 'FOREIGN_HOST', FOREIGN_HOST)
    if (access === 'no-token')
      return isBrowser(request) ? seeOther(TOKEN_PAGE) : refusal(401, 'TOKEN_REQUIRED', TOKEN_REQUIRED)
    try {
      return await handler(request, params)
    } catch (error) {
      const { code, text } = asRefusal(error)
      const page = consolePage(request)
      if (!page) return refusal(STATUS[code] ?? 409, code, text)
      page.searchParams.set('error', await wordsIn(text))
      return seeOther(page.pathname + page.search)
    }
  })
}

const FOREIGN_ORIGIN: Bilingual = {
  zh: '这个操作只能从沙箱自己的页面或程序发出',
  en: 'Only a page of the sandbox’s own or a program can send this',
}
const FOREIGN_HOST: Bilingual = { zh: gatewayWords.zh.foreignHost, en: gatewayWords.en.foreignHost }
const TOKEN_REQUIRED: Bilingual = {
  zh: '公开的沙箱（ALIPAY_SANDBOX=demo）的控制接口要带令牌，启动时打印：Authorization: Bearer <令牌>',
  en: 'The control API of a public sandbox (ALIPAY_SANDBOX=demo) asks for the token that is printed at start: Authorization: Bearer <token>',
}

/** The code and text of a refusal; other errors are thrown again. */
function asRefusal(error: unknown): { code: string; text: Bilingual } {
  if (error instanceof ActionError) return error
  if (error instanceof z.ZodError) return { code: 'ILLEGAL_ARGUMENT', text: validationMessages(error) }
  throw error
}

export const isBrowser = (request: Request) => request.headers.get('accept')?.includes('text/html')

/** The page of the console that a browser's form was on, by its Referer, or undefined. */
function consolePage(request: Request): URL | undefined {
  const referer = request.headers.get('referer') ?? ''
  if (!isBrowser(request) || !URL.canParse(referer)) return undefined
  const page = new URL(referer)
  for (const name of ['error', 'ask']) page.searchParams.delete(name)
  return page.pathname.startsWith('/sandbox/console') ? page : undefined
}

/** In both languages: programs send no language. */
const refusal = (status: number, error: string, { zh, en }: Bilingual) =>
  Response.json({ error, message: zh === en ? en : `${zh}\n${en}` }, { status })

/** Redirects a browser back to its page of the console; returns JSON to a program. */
export function answer(request: Request, json: unknown): Response {
  if (!isBrowser(request)) return Response.json(json)
  const page = consolePage(request)
  return seeOther(page ? page.pathname + page.search : '/sandbox/console')
}

/** The fields of a JSON body or of a form; an empty body has none. Throws ActionError. */
export async function readFields(request: Request): Promise<unknown> {
  if (FORM.test(request.headers.get('content-type') ?? '')) {
    const form = await readForm(request)
    if (!form) throw tooLarge()
    return Object.fromEntries([...form].filter(([, value]) => value !== '')) // an empty field counts as missing
  }
  const { bytes, truncated } = await readLimited(request.body, FORM_LIMITS.bytes)
  if (truncated) throw tooLarge()
  try {
    return bytes.length === 0 ? {} : JSON.parse(Buffer.from(bytes).toString())
  } catch {
    throw new ActionError('ILLEGAL_ARGUMENT', '请求正文不是 JSON', 'The body is no JSON')
  }
}

const FORM = /^(application\/x-www-form-urlencoded|multipart\/form-data)/

const tooLarge = () =>
  new ActionError('BODY_TOO_LARGE', '请求正文超过 64 KB', 'The body is larger than 64 KB')

/** HTTP statuses by code; any other code is a 409. */
const STATUS: Record<string, number> = {
  TRADE_NOT_EXIST: 404,
  DELIVERY_NOT_EXIST: 404,
  ILLEGAL_ACTION: 404,
  ILLEGAL_ARGUMENT: 400,
  BODY_TOO_LARGE: 413,
}
