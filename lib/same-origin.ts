/**
 * Whether a browser sent this from a page of another site, or hides which (`Origin: null`). Programs send no Origin.
 * Behind several proxies the first host that they name is the browser's. Handlers that do something refuse such requests
 * (docs/threats.md 69).
 */
export function isForeign(request: { headers: Pick<Headers, 'get'> }): boolean {
  const origin = request.headers.get('origin')
  if (origin === null) return false
  const [outermost] = request.headers.get('x-forwarded-host')?.split(',') ?? []
  const host = outermost?.trim() ?? request.headers.get('host')
  return !URL.canParse(origin) || new URL(origin).host !== host
}

/** The answer to such a request. Whoever sees it has followed a page of another site. */
export const refuseForeign = () =>
  new Response(
    '请从本店自己的页面提交。什么也没有改变。\nPlease send this from a page of this shop. Nothing was changed.\n',
    {
      status: 403,
      headers: { 'content-type': 'text/plain; charset=utf-8' },
    },
  )
