import { joinSigned, type RawParams } from '../params'

/**
 * The string to sign: without `sign`, `sign_type` and empty values, sorted by name in byte order, raw values joined
 * as `name=value` with `&` (protocol.md 4.1, spec.md F1a). Bytes in, bytes out (see RawParams).
 */
export const stringToSign = (params: RawParams) =>
  joinSigned(params, (name) => name === 'sign' || name === 'sign_type')
