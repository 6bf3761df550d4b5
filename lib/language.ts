import Negotiator from 'negotiator'
import { cookies, headers } from 'next/headers'
import { isLanguage, type Language, LANGUAGES } from './dictionary'
import { env } from './env'
import { seeOther } from './see-other'

const COOKIE = 'language'
const YEAR_SECONDS = 365 * 24 * 60 * 60

/** The language of this browser's pages: chosen by the switch, or else the browser's setting. */
export async function language(): Promise<Language> {
  const chosen = (await cookies()).get(COOKIE)?.value
  return isLanguage(chosen) ? chosen : preferredLanguage((await headers()).get('accept-language'))
}

/** The words of a dictionary in the language of this browser's pages. */
export const wordsIn = async <Words>(words: Readonly<Record<Language, Words>>): Promise<Words> =>
  words[await language()]

/** The preferred language of an Accept-Language header (RFC 9110, 12.5.4); Chinese if it names neither. */
export function preferredLanguage(accepted: string | null): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': accepted ?? '' } })
  const preferred = negotiator.language([...LANGUAGES])
  return isLanguage(preferred) ? preferred : 'zh'
}

/** Sets the language cookie: 303 back to the page of the form, or 400 if `to` is no language. */
export function chooseLanguage(request: Request, to: unknown): Response {
  if (!isLanguage(to))
    return new Response('只有 zh 和 en 两种语言。\nThe languages are zh and en.\n', { status: 400 })
  return seeOther(pageBehind(request), [languageCookie(to)])
}

function languageCookie(to: Language) {
  const secure = env().shopUrl.startsWith('https:') ? '; Secure' : ''
  return `${COOKIE}=${to}; Path=/; Max-Age=${YEAR_SECONDS}; HttpOnly; SameSite=Lax${secure}`
}

/** The page of the form by its Referer, which browsers send with the path only within the site. */
function pageBehind(request: Request): string {
  const referer = request.headers.get('referer') ?? ''
  if (!URL.canParse(referer)) return '/'
  const { pathname, search } = new URL(referer)
  return pathname.startsWith('//') ? '/' : pathname + search
}
