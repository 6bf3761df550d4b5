import type { ReactNode } from 'react'
import { Icon } from './line-icon'

const LOOKS = {
  go: { look: 'bg-go-soft text-go-text', icon: 'check' },
  wait: { look: 'bg-wait-soft text-wait-text', icon: 'clock' },
  bad: { look: 'bg-bad-soft text-bad-text', icon: 'warning' },
} as const

interface Props {
  /** go: it is done; wait: not yet; bad: it is not done. */
  tone: keyof typeof LOOKS
  className?: string
  children: ReactNode
}

/** What became of the form just sent, above the page that it led to. Read out at once where it went wrong. */
export const FlashNote = ({ tone, className = '', children }: Props) => (
  <div
    role={tone === 'bad' ? 'alert' : 'status'}
    className={`flash ${LOOKS[tone].look} [&_a]:font-semibold [&_a]:underline ${className}`}
  >
    <Icon name={LOOKS[tone].icon} className="mt-0.5" />
    <div className="min-w-0 flex-1">{children}</div>
  </div>
)
