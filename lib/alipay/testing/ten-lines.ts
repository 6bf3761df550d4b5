import { readMessage } from '../partner/message'
import { notifyVerify } from '../partner/notify-verify'
import type { Account } from '../partner/request'

export const account: Account = {
  gatewayUrl: 'http://127.0.0.1:3000/sandbox/gateway.do',
  partner: '2088000000000001',
  key: '0123456789abcdef0123456789abcdef',
  sellerEmail: 'seller@example.com',
  charset: 'utf-8',
  signType: 'MD5',
}

/** The parameters of a notification by its raw body, or undefined where it is not the gateway's. */
export async function verified(body: Uint8Array) {
  const message = readMessage(body, account)
  if (message.kind !== 'signed') return undefined
  const said = await notifyVerify(account, message.params.get('notify_id') ?? '', fetch, 10_000)
  return said.ok && said.responseTxt === 'true' ? message.params : undefined
}
