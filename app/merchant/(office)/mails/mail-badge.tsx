import { Badge, type BadgeLook } from '@/app/ui/badge'
import { wordsIn } from '@/lib/language'
import type { MailState } from '@/lib/mail/mail'
import { mailWords } from './mail-words'

const LOOKS: Partial<Record<string, BadgeLook>> = {
  kept: { tone: 'idle', isHollow: true },
  waiting: { tone: 'wait' },
  sent: { tone: 'go' },
  failed: { tone: 'bad' },
} satisfies Record<MailState, BadgeLook>

/** The state of a mail, as stored. */
export async function MailBadge({ state }: { state: string }) {
  const words = await wordsIn(mailWords)
  return <Badge {...(LOOKS[state] ?? { tone: 'idle' })}>{words.states[state] ?? state}</Badge>
}
