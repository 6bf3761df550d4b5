import type { Bilingual } from './bilingual'

/** Help for an error code of the gateway. */
export interface ErrorHelp {
  /** The meaning in a few words. */
  title: Bilingual
  /** What usually leads to the code. */
  cause: Bilingual
  /** What to check or change, the most likely first. */
  remedy: Bilingual
}
