const LOOKS = {
  idle: 'bg-idle-soft text-idle-text',
  wait: 'bg-wait-soft text-wait-text',
  go: 'bg-go-soft text-go-text',
  info: 'bg-info-soft text-info-text',
  bad: 'bg-bad-soft text-bad-text',
} as const

export interface BadgeLook {
  /** idle: nothing to do; wait: something to do; go: done; info: under way; bad: wrong, or urgent. */
  tone: keyof typeof LOOKS
  /** Waits for another party, or is over. */
  isHollow?: boolean
}

/** A state in one word, with a coloured dot; the word alone says it too. */
export const Badge = ({ tone, isHollow, children }: BadgeLook & { children: string }) => (
  <span className={`badge ${LOOKS[tone]}`}>
    <span
      className={`size-[0.4375rem] rounded-full ${isHollow ? 'border-[1.5px] border-current' : 'bg-current'}`}
    />
    {children}
  </span>
)
