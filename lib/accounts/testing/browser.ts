import type { SignedIn } from '../sign-in'

/** The request headers of a browser with these cookies. */
export function browserOf(
  result: SignedIn | { kind: 'changed'; cookies: string[] } | { kind: string },
): Headers {
  if (!('cookies' in result)) throw new Error(`not signed in: ${result.kind}`)
  return new Headers({ cookie: result.cookies.map((cookie) => cookie.split(';')[0]).join('; ') })
}
