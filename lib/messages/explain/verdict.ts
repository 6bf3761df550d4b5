import type { Verdict } from '@/generated/shop/enums'
import type { ReasonCode } from '../../alipay/reason-codes'
import type { Bilingual } from '../../dictionary'
import type { ExplainedMessage, Explanation } from './explanation'

/** What a verdict means; empty for a message applied as a whole. */
export function explainVerdict({ verdict, code }: Pick<ExplainedMessage, 'verdict' | 'code'>): Explanation[] {
  if (verdict === 'applied' && code !== null) return [{ cause: 'applied_in_part', certain: true, ...IN_PART }]
  const words = BY_CODE[code ?? ''] ?? VERDICT_CAUSES[verdict]
  return words ? [{ cause: verdict, certain: true, ...words }] : []
}

const OTHER_APP: Bilingual = {
  zh: '消息是支付宝签的，但它说的应用不是本店的：app_id 与 ALIPAY_APP_ID 不同，或者没有 app_id。多半是同一个账户的另一个应用用了本店的 notify_url；都不是，就是钱付给了别人，不要发货。',
  en: 'The message is signed by Alipay, but its application is not this shop’s: app_id is not ALIPAY_APP_ID, or there is none. Most likely another application of the account uses this notify_url; otherwise the money went to somebody else: do not ship.',
}

/** Of the open platform. */
const BY_CODE: Partial<Record<string, Bilingual>> = {
  other_app: OTHER_APP,
  no_app: OTHER_APP,
  other_gateway: {
    zh: '消息是真的，但这个订单是用另一种接口下的（换接口以前，或者以后），本店现在只认一种。请登录支付宝，在那里处理这笔交易。',
    en: 'The message is genuine, but the order was made under the other interface, before or after a change, and the shop follows one at a time. Sign in to Alipay and see to the trade there.',
  },
} satisfies Partial<Record<ReasonCode, Bilingual>>

export const IN_PART: Bilingual = {
  zh: '消息是真的，其中一半记到了订单上；另一半（交易状态或退款状态）跟不上订单现在的状态，或者不认识，没有采用，原因见上。登录支付宝核对这笔交易。',
  en: 'The message is genuine, and one half of it was recorded; the other half (the trade’s or the refund’s status) is unknown or cannot follow the order’s present state and was left out, for the reason given. Look the trade up at Alipay.',
}

export const VERDICT_CAUSES: Partial<Record<Verdict, Bilingual>> = {
  duplicate: {
    zh: '同一个状态以前已经处理过，这次什么也没有做，回答 success。支付宝会重发，返回和通知也会说同一件事，这是正常的。',
    en: 'This state was processed before; nothing was done again, and the answer was success. Alipay repeats itself, and return and notification tell the same: this is normal.',
  },
  no_news: {
    zh: '返回的地址是真的，但它不说付没付款，所以什么也没有改变；本店接着去问支付宝，看下一条“查询”。',
    en: 'The return is genuine, but it does not say whether it is paid, so nothing was changed; the shop then asks Alipay: see the query that follows.',
  },
  stale: {
    zh: '这是迟到的旧状态，订单已经走到后面，没有回退，回答 success。重发的旧通知晚于新通知到达，这是正常的。',
    en: 'An older state that came late: the order is further on and did not go back, and the answer was success. A repeat may arrive after what followed it: this is normal.',
  },
  bad_amount: {
    zh: '消息是真的，但金额与订单的总额不同，订单没有改变。若是卖家在支付宝改过价，请在订单页确认新价格；否则有人用别的金额付了这个订单号，不要发货，先与买家联系。',
    en: 'The message is genuine, but its amount is not the order’s total, and the order was not changed. If the seller has changed the price at Alipay, accept it on the order’s page; otherwise somebody paid another amount under this number: do not ship, talk to the buyer first.',
  },
  bad_seller: {
    zh: '消息里的卖家不是本店：seller_id 与 ALIPAY_PARTNER 不同，或者没有 seller_id 而邮箱与 ALIPAY_SELLER_EMAIL 不同。核对这两项是否就是签约的账户；都对，就是钱付给了别人，不要发货。',
    en: 'The seller in the message is not this shop: seller_id is not ALIPAY_PARTNER, or there is none and the e-mail is not ALIPAY_SELLER_EMAIL. Check that both are the account of the contract; if they are, the money went to somebody else: do not ship.',
  },
  bad_trade_no: {
    zh: '支付宝交易号与订单第一次记下的不同，或已属于另一个订单。一个订单只认一笔交易：多半是两个系统用了同一个 partner 和同样的订单号，请给订单号加上各自的前缀。',
    en: 'The trade number is not the one that the order first met, or belongs to another order. An order has one trade: most likely two systems share the partner and the order numbers; give each a prefix of its own.',
  },
  unknown_order: {
    zh: '本店没有这个订单。多半是另一个系统或另一个数据库下的单，却用了本店的 notify_url；也可能订单已被删除。回答 fail，支付宝会再发几次。',
    en: 'This shop has no such order. Most likely it was made by another system or in another database that uses this notify_url; or it was deleted. The answer was fail, and Alipay will send some more times.',
  },
  illegal: {
    zh: '消息是真的，但它说的状态不能跟在订单现在的状态后面，或者不认识。订单没有改变：登录支付宝查看这笔交易，再用「查询」核对。',
    en: 'The message is genuine, but what it says is unknown or cannot follow the order’s present state. The order was not changed: look the trade up at Alipay, then query it.',
  },
  error: {
    zh: '本店处理时出错，什么也没有改，回答 fail，支付宝会再次发送。按这条记录的编号查服务器日志；修好之后点「重新检查」。',
    en: 'The shop failed while processing. Nothing was changed, the answer was fail, and Alipay will send again. Look for this row’s id in the server log; when it is mended, recheck.',
  },
}
