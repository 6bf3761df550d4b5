import type { Order, OrderEvent, Refund } from '@/generated/shop/client'
import { formatBeijingTime } from '../alipay/beijing-time'
import { db } from '../db'
import { isLanguage } from '../dictionary'
import { env } from '../env'
import type { MailKind } from '../mail/mail'
import { type NewMail, postMails } from '../mail/post-mails'
import type { MailContent } from '../mail/render-mail'
import { yuan } from '../yuan'
import { orderMailWords } from './order-mail-words'
import { type EventKind, isEventKind, isOpen } from './transitions'

/** The events about which the shop writes to its buyers and to the merchant. */
export const MAILED_EVENTS = [
  'paid',
  'paid_late',
  'shipped',
  'refund_asked',
  'refunded',
  'closed',
] as const satisfies EventKind[]

/**
 * Posts the mails about an event of an order, in the order's language, to the merchant and to the account that has the order.
 * Idempotent. An order without an account has no mail for its buyer: the only other address is the one that the gateway
 * names, to which the buyer never asked the shop to write.
 */
export async function mailOrder(event: OrderEvent, order: Order): Promise<void> {
  const { kind, ref } = event
  if (!isEventKind(kind)) return
  const refund = ref ? await db().refund.findUnique({ where: { no: ref } }) : null
  const language = isLanguage(order.language) ? order.language : 'zh'
  const mail = (mailKind: MailKind, to: string, content: MailContent): NewMail => ({
    key: [mailKind, order.orderNo, ref].filter(Boolean).join(' '),
    kind: mailKind,
    to,
    language,
    orderNo: order.orderNo,
    content,
  })
  const mails: NewMail[] = []
  const forMerchant = toMerchant(kind, order, refund)
  if (forMerchant) mails.push(mail(forMerchant.kind, env().merchantEmail, forMerchant.content))
  const forBuyer = toBuyer(kind, order, refund)
  const account = forBuyer && (await db().user.findUnique({ where: { buyerId: order.buyerId } }))
  // anyone can sign up with another's address and order without paying
  if (forBuyer && account && (account.emailVerified || order.paidAt))
    mails.push(mail(forBuyer.kind, account.email, forBuyer.content))
  await postMails(mails)
}

type Composed = { kind: MailKind; content: MailContent } | undefined

function toBuyer(kind: EventKind, order: Order, refund: Refund | null): Composed {
  const words = wordsOf(order)
  const { orderNo } = order
  const letter = (mailKind: 'paid' | 'shipped' | 'refunded' | 'closed', intro: string[], facts: Fact[]) => ({
    kind: mailKind,
    content: {
      subject: words.buyer[mailKind].subject(orderNo),
      intro,
      facts: [...goodsFacts(order), ...facts],
      link: { label: words.see, href: `${env().shopUrl}/orders/${orderNo}` },
      note: words.account,
    },
  })
  if (kind === 'paid')
    return letter('paid', isOpen(order) ? words.buyer.paidOpen : words.buyer.paid.intro, paidFacts(order))
  if (kind === 'shipped') {
    const { intro, virtual } = words.buyer.shipped
    return letter('shipped', order.virtual ? virtual : intro, shipmentFacts(order))
  }
  if (kind === 'refunded') return letter('refunded', words.buyer.refunded.intro, refundFacts(order, refund))
  // one that was paid is closed by its refund, which has a mail of its own
  if (kind === 'closed' && !order.paidAt)
    return letter('closed', words.buyer.closed.intro, [{ name: words.total, value: yuan(order.totalFen) }])
}

function toMerchant(kind: EventKind, order: Order, refund: Refund | null): Composed {
  const words = wordsOf(order)
  const { orderNo } = order
  const letter = (mailKind: keyof typeof words.merchant, intro: string[], facts: Fact[]) => ({
    kind: mailKind,
    content: {
      subject: words.merchant[mailKind].subject(orderNo, yuan(paidFenOf(order))),
      intro,
      facts: [...goodsFacts(order), ...paidFacts(order), ...facts],
      link: { label: words.office, href: `${env().shopUrl}/merchant/orders/${orderNo}` },
    },
  })
  if (kind === 'paid') {
    const { intro, virtual } = words.merchant.order_paid
    const message = order.body ? [{ name: words.message, value: order.body }] : []
    return letter('order_paid', order.virtual ? virtual : intro, message)
  }
  if (kind === 'refund_asked') {
    const asked = refund
      ? [
          { name: words.refund, value: yuan(refund.fen) },
          { name: words.reason, value: refund.reason },
        ]
      : []
    return letter('refund_asked', words.merchant.refund_asked.intro, asked)
  }
  if (kind === 'paid_late') return letter('money_refused', words.merchant.money_refused.intro, [])
}

const wordsOf = ({ language }: Order) => orderMailWords[isLanguage(language) ? language : 'zh']

type Fact = NonNullable<MailContent['facts']>[number]

const paidFenOf = ({ paidFen, totalFen }: Order) => paidFen ?? totalFen

function goodsFacts(order: Order): Fact[] {
  const words = wordsOf(order)
  return [
    { name: words.orderNo, value: order.orderNo },
    { name: words.goods, value: order.subject },
  ]
}

function paidFacts(order: Order): Fact[] {
  const words = wordsOf(order)
  const at = order.paidAt && { name: words.paidAt, value: words.beijing(formatBeijingTime(order.paidAt)) }
  return [{ name: words.paid, value: yuan(paidFenOf(order)) }, ...(at ? [at] : [])]
}

function shipmentFacts(order: Order): Fact[] {
  const words = wordsOf(order)
  const { logisticsName, invoiceNo, virtual } = order
  return [
    ...(logisticsName && !virtual ? [{ name: words.carrier, value: logisticsName }] : []),
    ...(invoiceNo ? [{ name: words.waybill, value: invoiceNo }] : []),
  ]
}

/** Escrow does not say how much went back. */
function refundFacts(order: Order, refund: Refund | null): Fact[] {
  const words = wordsOf(order)
  if (!isOpen(order)) return [...paidFacts(order), { name: words.refund, value: words.atAlipay }]
  return [
    ...(refund ? [{ name: words.refund, value: yuan(refund.fen) }] : []),
    { name: words.refundedSoFar, value: yuan(order.refundedFen) },
  ]
}
