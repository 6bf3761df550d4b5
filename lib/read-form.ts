import { readLimited } from './alipay/http'

/** The limits of a form that anybody may send, and of the back office's form of a product, which brings pictures. */
export const FORM_LIMITS = { bytes: 64 * 1024, fields: 200 }
export const PRODUCT_FORM_LIMITS = { bytes: 32 * 1024 * 1024, fields: 500 } // 50 variants of 7 fields

/**
 * The fields of a posted form, urlencoded in UTF-8 or multipart; none if the body is no form. Undefined beyond `limits`,
 * without reading more than that: refuseTooBig() is the response. Every form that needs no sign-in is read by this
 * (docs/threats.md 38).
 */
export async function readForm(request: Request, limits = FORM_LIMITS): Promise<FormData | undefined> {
  if (Number(request.headers.get('content-length')) > limits.bytes) return undefined
  const { bytes, truncated } = await readLimited(request.body, limits.bytes)
  if (truncated) return undefined
  return fieldsOf(request, bytes, limits.fields)
}

/** The fields of a body that was read; undefined beyond `mostFields`. */
export async function fieldsOf(
  request: Request,
  bytes: Uint8Array<ArrayBuffer>,
  mostFields: number,
): Promise<FormData | undefined> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  const form = await new Response(bytes, { headers }).formData().catch(() => new FormData())
  return [...form.keys()].length > mostFields ? undefined : form
}

/** The response to a form that is too big. */
export const refuseTooBig = ({ bytes, fields } = FORM_LIMITS) =>
  new Response(
    `提交的内容太长：最多 ${bytes / 1024} KB、${fields} 个字段。请返回，删短后再提交。什么也没有改变。\n` +
      `This form is too long: at most ${bytes / 1024} KB and ${fields} fields. ` +
      'Go back, shorten it and send it again. Nothing was changed.\n',
    { status: 413, headers: { 'content-type': 'text/plain; charset=utf-8' } },
  )
