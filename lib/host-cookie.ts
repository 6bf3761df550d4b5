import { env } from './env'

/**
 * The name and the attributes of a cookie that only this host can set and read: browsers accept a name with `__Host-` only
 * from this very host, and only over https. Lax, because the gateway sends the buyer back by a link.
 */
export function hostCookie(name: string) {
  const secure = env().shopUrl.startsWith('https:')
  return {
    name: secure ? `__Host-${name}` : name,
    httpOnly: true,
    sameSite: 'lax',
    secure,
    path: '/',
  } as const
}
