import { orderWords } from '@/app/(shop)/orders/order-words'
import { Badge, type BadgeLook } from '@/app/ui/badge'
import { language } from '@/lib/language'
import { ANSWERS } from '@/lib/messages/answers'
import type { LogLine } from '@/lib/messages/message-log'

const HARMLESS: readonly LogLine['verdict'][] = ['duplicate', 'stale', 'no_news']

/** What became of a message, in words and a colour. */
export async function VerdictBadge({ verdict }: Pick<LogLine, 'verdict'>) {
  const { verdicts } = orderWords[await language()]
  return <Badge {...lookOf(verdict)}>{verdicts[verdict]}</Badge>
}

function lookOf(verdict: LogLine['verdict']): BadgeLook {
  if (ANSWERS[verdict] === 'fail' || verdict === 'illegal') return { tone: 'bad' }
  return HARMLESS.includes(verdict) ? { tone: 'idle' } : { tone: 'go' }
}
