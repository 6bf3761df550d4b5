import './learn.css'
import type { ReactNode } from 'react'

/** The pages of the tutorial have a style sheet of their own. */
export default function LearnLayout({ children }: { children: ReactNode }) {
  return children
}
