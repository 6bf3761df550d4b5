import { db } from '../db'
import { isLanguage } from '../dictionary'
import { env } from '../env'
import { postMails } from '../mail/post-mails'
import { yuan } from '../yuan'
import { refusedPaymentMailWords } from './refused-payment-mail-words'
import { listRefusedPayments } from './refused-payments'

/** Tells the merchant of the open refused payments of an order, of each once. Idempotent. */
export async function mailRefusedPayments(orderNo: string): Promise<void> {
  const payments = await listRefusedPayments([orderNo])
  if (payments.length === 0) return
  const order = await db().order.findUnique({ where: { orderNo } })
  const language = isLanguage(order?.language) ? order.language : 'zh'
  const words = refusedPaymentMailWords[language]
  await postMails(
    payments.map(({ tradeNo, verdict, totalFen }) => ({
      key: `money_refused ${tradeNo}`,
      kind: 'money_refused',
      to: env().merchantEmail,
      language,
      orderNo,
      content: {
        subject: words.subject(orderNo),
        intro: words.intro,
        facts: [
          { name: words.reason, value: words.reasons[verdict] ?? words.other },
          { name: words.orderNo, value: orderNo },
          { name: words.tradeNo, value: tradeNo },
          { name: words.amount, value: totalFen === null ? words.unknown : yuan(totalFen) },
        ],
        link: { label: words.see, href: `${env().shopUrl}/merchant#refused-payments` },
      },
    })),
  )
}
