import { callService, MAX_ANSWER_BYTES } from '../http'
import { readMessage } from '../partner/message'
import { notifyVerify } from '../partner/notify-verify'
import { readXmlAnswer } from '../partner/read-xml-answer'
import type { Account } from '../partner/request'
import { createPartnerTradeByBuyer, singleTradeQuery } from '../partner/services'
import { paymentForm } from '../payment-form'

export const account: Account = {
  gatewayUrl: 'http://127.0.0.1:3000/sandbox/gateway.do',
  partner: '2088000000000001',
  key: '0123456789abcdef0123456789abcdef',
  sellerEmail: 'seller@example.com',
  charset: 'gbk',
  signType: 'MD5',
}

/** 1, 2: the page that takes the buyer to the gateway. Its Content-Type has to name the account's charset. */
export const payPage = (orderNo: string, yuan: string) =>
  paymentForm(
    createPartnerTradeByBuyer(account, {
      out_trade_no: orderNo,
      subject: '一分钱茶',
      price: yuan,
      quantity: '1',
      payment_type: '1',
      logistics_type: 'EXPRESS',
      logistics_fee: '0.00',
      logistics_payment: 'SELLER_PAY',
      seller_id: account.partner,
      notify_url: 'http://127.0.0.1:3000/notify',
      return_url: 'http://127.0.0.1:3000/return',
    }),
    'zh',
  )

/** 3, 4: what a notification's raw body says, once it is known to be the gateway's. Then compare seller, order and amount. */
export async function genuine(body: Uint8Array) {
  const message = readMessage(body, account)
  if (message.kind !== 'signed') return undefined
  const said = await notifyVerify(account, message.params.get('notify_id') ?? '', fetch, 10_000)
  return said.ok && said.responseTxt === 'true' ? message.params : undefined
}

/** 5, 6: the gateway's own word on an order of which nothing was heard. */
export async function askAbout(orderNo: string) {
  const request = singleTradeQuery(account, { out_trade_no: orderNo })
  const asked = await callService(request, { timeoutMs: 10_000, maxBytes: MAX_ANSWER_BYTES, fetch })
  return asked.ok ? readXmlAnswer(asked.bytes, account.key) : undefined
}
