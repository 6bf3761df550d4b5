/** 303 to a page of this site; where it leads depends on who asks. */
export const seeOther = (path: string) =>
  new Response(null, { status: 303, headers: { location: path, 'cache-control': 'no-store' } })
