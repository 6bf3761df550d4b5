import Negotiator from 'negotiator'
import { cookies, headers } from 'next/headers'
import { isLanguage, type Language, LANGUAGES } from './dictionary'
import { env } from './env'
import { readForm, refuseTooBig } from './read-form'
import { isForeign, refuseForeign } from './same-origin'

const COOKIE = 'language'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The language of this browser's pages: the one chosen by the switch, or else the one that the browser is set to. */
export async function language(): Promise<Language> {
  const chosen = (await cookies()).get(COOKIE)?.value
  return isLanguage(chosen) ? chosen : preferredLanguage((await headers()).get('accept-language'))
}

/** The words of a dictionary in the language of this browser's pages. */
export const wordsIn = async <Words>(words: Readonly<Record<Language, Words>>): Promise<Words> =>
  words[await language()]

/** The first of our languages in the order of an Accept-Language header (RFC 9110, 12.5.4); Chinese where it asks for neither. */
export function preferredLanguage(accepted: string | null): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': accepted ?? '' } })
  const preferred = negotiator.language([...LANGUAGES])
  return isLanguage(preferred) ? preferred : 'zh'
}

/** What the form of the language switch is sent to: 303 to the page it stands on, in the language `to` from now on. */
export async function changeLanguage(request: Request): Promise<Response> {
  if (isForeign(request)) return refuseForeign()
  const form = await readForm(request)
  if (!form) return refuseTooBig()
  const to = form.get('to')
  if (!isLanguage(to))
    return new Response('只有 zh 和 en 两种语言。\nThe languages are zh and en.\n', { status: 400 })
  return new Response(null, {
    status: 303,
    headers: {
      location: pageBehind(request),
      'set-cookie': languageCookie(to),
    },
  })
}

function languageCookie(to: Language) {
  const secure = env().shopUrl.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${to}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

/** The path that a form was on, if the browser says so; it only sends it where the page is of the same site. */
function pageBehind(request: Request): string {
  const referer = request.headers.get('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}
