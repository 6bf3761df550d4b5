/** 303 to a page of this site. */
export const seeOther = (path: string) => new Response(null, { status: 303, headers: { location: path } })
