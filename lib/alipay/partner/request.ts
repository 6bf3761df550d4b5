import type { Charset } from '../charset'
import type { SignedRequest } from '../signed-request'
import { signParams } from './sign'

/** The merchant's account and the gateway it talks to (spec.md T3.1a, T3.2a). */
export interface Account {
  gatewayUrl: string
  partner: string
  key: string
  sellerEmail: string
  charset: Charset
  signType: 'MD5'
}

/**
 * Adds the common parameters and the sign (protocol.md 2.1). Values are text, not percent-encoded; empty ones are not
 * sent. Throws UnencodableError for what the account's charset cannot carry.
 */
export function signRequest(
  account: Account,
  params: Readonly<Record<string, string | undefined>>,
): SignedRequest {
  const fields = new Map<string, string>()
  for (const [name, value] of Object.entries(params)) if (value) fields.set(name, value)
  fields.set('partner', account.partner)
  fields.set('_input_charset', account.charset)
  fields.set('sign', signParams(fields, account.key, account.charset))
  fields.set('sign_type', account.signType)
  return {
    action: `${account.gatewayUrl}?_input_charset=${account.charset}`,
    charset: account.charset,
    fields,
  }
}
