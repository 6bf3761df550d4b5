import type { Charset } from './charset'

/** A signed request: text fields, to be sent once in `charset` to `action`. */
export interface SignedRequest {
  action: string
  charset: Charset
  fields: ReadonlyMap<string, string>
}
