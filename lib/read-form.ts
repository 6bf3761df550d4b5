import { readLimited } from './alipay/read-limited'

/** The longest form that is read, in bytes; the largest page of this shop posts about 10 KB. */
export const MAX_FORM_BYTES = 64 * 1024

/** The most fields of a form. */
export const MAX_FORM_FIELDS = 200

/**
 * The fields of a posted form, urlencoded in UTF-8 or multipart; none where the body is no form. Undefined where it has
 * more than MAX_FORM_BYTES or MAX_FORM_FIELDS: then no more than that was read, and refuseTooBig() is the answer. Every
 * form that may come without a sign-in is read by this (docs/threats.md 38).
 */
export async function readForm(request: Request): Promise<FormData | undefined> {
  if (Number(request.headers.get('content-length')) > MAX_FORM_BYTES) return undefined
  const { bytes, truncated } = await readLimited(request.body, MAX_FORM_BYTES)
  if (truncated) return undefined
  const type = request.headers.get('content-type') ?? ''
  const form = await new Response(bytes, { headers: { 'content-type': type } })
    .formData()
    .catch(() => new FormData())
  return [...form.keys()].length > MAX_FORM_FIELDS ? undefined : form
}

/** The answer to a form that is too big. */
export const refuseTooBig = () =>
  new Response(
    `提交的内容太长：最多 ${MAX_FORM_BYTES / 1024} KB、${MAX_FORM_FIELDS} 个字段。请返回，删短后再提交。什么也没有改变。\n` +
      `This form is too long: at most ${MAX_FORM_BYTES / 1024} KB and ${MAX_FORM_FIELDS} fields. Go back, shorten it and send it again. Nothing was changed.\n`,
    { status: 413, headers: { 'content-type': 'text/plain; charset=utf-8' } },
  )
