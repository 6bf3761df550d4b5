import { noticePage, TO_SHOP } from './notice-page'

/** Prisma: a transaction did not start or end in time (P2028), too many connections (P2037). */
const BUSY_CODES = ['P2028', 'P2037']
/** pg-pool's timeouts have no code. */
const POOL_TIMEOUT = /timeout exceeded when trying to connect|due to connection timeout/

/** Whether the database was too busy (lib/prisma-adapter.ts). The transaction has changed nothing. */
export function isBusy(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if ('code' in error && BUSY_CODES.includes(String(error.code))) return true
  return POOL_TIMEOUT.test(error.message) || isBusy(error.cause)
}

/** The response to a form while the database is busy. */
export function refuseBusy(): Response {
  const page = noticePage({
    status: 503,
    title: { zh: '现在人太多', en: 'Too busy at the moment' },
    text: {
      zh: '刚才的提交没有做完。请按浏览器的“返回”，看看现在的情况，再按一次按钮；同一张订单提交两次也只算一次。',
      en: 'What you sent was not finished. Please go back with your browser, see how things stand, and press the button again; an order that is sent twice is made once.',
    },
    link: TO_SHOP,
  })
  page.headers.set('retry-after', '5')
  return page
}
