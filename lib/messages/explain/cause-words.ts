import type { Bilingual } from '../../dictionary'
import { MALFORMED_CAUSES } from './malformed'
import { CUT_OFF, EMAIL_CHANGED, UNREADABLE } from './notes'
import { OPEN_SIGN_CAUSES } from './open-sign'
import { SIGN_CAUSES } from './sign'
import { SOURCE_CAUSES } from './source'
import { IN_PART, VERDICT_CAUSES } from './verdict'

type Words = Bilingual | ((detail: string) => Bilingual)

/** Every cause that `explain` can name, with its words, in the order in which a message is judged. */
const CAUSES: readonly (readonly [cause: string, words: Words])[] = [
  ...Object.entries(MALFORMED_CAUSES),
  ...Object.entries(SIGN_CAUSES),
  ...Object.entries(OPEN_SIGN_CAUSES),
  ...Object.entries(SOURCE_CAUSES),
  ...Object.entries(VERDICT_CAUSES),
  ['applied_in_part', IN_PART],
  ['text_cut_off', CUT_OFF],
  ['text_unreadable', UNREADABLE],
  ['seller_email_changed', () => EMAIL_CHANGED('new@example.com', 'old@example.com')],
]

export const CAUSE_NAMES = [...new Set(CAUSES.map(([cause]) => cause))]

/** What is said where a message names its own detail: a parameter, a charset, a status. */
const DETAIL = '…'

/** The explanations of a cause, without a message: two where both interfaces have one of this name; empty for an unknown one. */
export const causeWords = (name: string): Bilingual[] =>
  CAUSES.filter(([cause]) => cause === name).map(([, words]) =>
    typeof words === 'function' ? words(DETAIL) : words,
  )
