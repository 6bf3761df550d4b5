/** What a request costs before a handler does anything. */
export const POST = () =>
  new Response('success', { headers: { 'content-type': 'text/plain', 'cache-control': 'no-store' } })
