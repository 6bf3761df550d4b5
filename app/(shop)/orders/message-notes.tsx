import type { Language } from '@/lib/dictionary'
import type { LogLine } from '@/lib/messages/message-log'
import { orderWords } from './order-words'

/** What is remarkable about a message besides its verdict; nothing for most. */
export function MessageNotes({ notes, language }: Pick<LogLine, 'notes'> & { language: Language }) {
  const words = orderWords[language].notes
  return notes.map((note) => (
    <span key={note} className="block text-warn">
      {words[note] ?? note}
    </span>
  ))
}
