import { setTimeout as wait } from 'node:timers/promises'
import { isDeepStrictEqual } from 'node:util'
import { type HttpBuyer, textIn } from './http-buyer'
import { countDeliveries, tradeAt } from './play'
import type { Scenario } from './scenario'

const PATIENCE_MS = 15_000

interface Played {
  orderNo: string
  gateway: string
  buyer: HttpBuyer
}

/**
 * In what the end of a played scenario differs from the one that it tells; empty where it does not. Messages take a moment,
 * so this looks again until there is no difference or time is up. Values are JSON.
 */
export async function differences({ end }: Scenario, played: Played) {
  for (const until = Date.now() + PATIENCE_MS; ; await wait(200)) {
    const found = await endOf(played)
    const left = Object.entries(end).flatMap(([name, told]) => {
      const value = found[name as keyof typeof found]
      return isDeepStrictEqual(value, told)
        ? []
        : [{ name, found: JSON.stringify(value), told: JSON.stringify(told) }]
    })
    if (left.length === 0 || Date.now() > until) return left
  }
}

/** The state of the trade at the gateway, and of the order on its page in the shop. */
async function endOf({ orderNo, gateway, buyer }: Played): Promise<Required<Scenario['end']>> {
  const trade = await tradeAt(gateway, orderNo)
  const page = (await buyer.read(`/orders/${orderNo}`)) ?? ''
  const progress = /<section aria-labelledby="progress-title"[\s\S]*?<\/ol>/.exec(page)?.[0] ?? ''
  const log = /<section aria-labelledby="log-title"[\s\S]*?<\/ol>/.exec(page)?.[0] ?? ''
  return {
    trade_status: trade.trade_status ?? '',
    refund_status: trade.refund_status,
    deliveries: countDeliveries(trade),
    state: textIn(/<h1\b[\s\S]*?<\/h1>/.exec(page)?.[0] ?? ''),
    events: Array.from(progress.matchAll(/<li\b[\s\S]*?<p\b[^>]*>([\s\S]*?)<\/p>/g), ([, words = '']) =>
      textIn(words),
    ),
    verdicts: countWords(
      Array.from(
        log.matchAll(
          /<code\b[^>]*>(applied|duplicate|stale|bad_[a-z_]+|unknown_order|no_news|malformed|illegal|error)</g,
        ),
      ),
    ),
  }
}

function countWords(found: RegExpExecArray[]) {
  const counts: Record<string, number> = {}
  for (const [, word = ''] of found) counts[word] = (counts[word] ?? 0) + 1
  return counts
}
