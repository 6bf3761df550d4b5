const PATHS = {
  search: 'M17.5 11a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0ZM16 16l4.5 4.5',
  person: 'M16 8a4 4 0 1 1-8 0 4 4 0 0 1 8 0ZM4.5 20.5c.8-4 3.8-6 7.5-6s6.7 2 7.5 6',
  bag: 'M5.5 8h13l1 12.5h-15zM8.5 10.5V7a3.5 3.5 0 0 1 7 0v3.5',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M20 12a8 8 0 1 1-16 0 8 8 0 0 1 16 0ZM12 7.5V12l3 2',
  warning: 'M12 4 2.8 19.5h18.4zM12 10v4.5M12 17v.1',
  copy: 'M8.5 8.5V5h11v11H16M4.5 8.5h11V20h-11z',
  shield: 'M12 3 5 5.5v6c0 4.3 2.9 7.6 7 9.5 4.1-1.9 7-5.2 7-9.5v-6zM9 12l2.2 2.2L15.2 10',
  truck:
    'M2.5 6h11v10.5h-11zM13.5 9.5h4l4 4v3h-8zM9 18a2 2 0 1 1-4 0 2 2 0 0 1 4 0ZM19.5 18a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  undo: 'M8.5 5 4.5 9l4 4M4.5 9h9.5a5 5 0 0 1 0 10h-4',
} as const

interface Props {
  name: keyof typeof PATHS
  className?: string
}

/** A drawing beside words that say the same, so that nothing reads it out. */
export const Icon = ({ name, className = '' }: Props) => (
  <svg viewBox="0 0 24 24" aria-hidden="true" className={`icon ${className}`}>
    <path d={PATHS[name]} />
  </svg>
)
