import type { Bilingual } from '../dictionary'

/** Why an action was refused. `code` is the gateway's where it has one; `text` is for people, `message` its Chinese. */
export class ActionError extends Error {
  override name = 'ActionError'
  readonly text: Bilingual

  constructor(
    readonly code: string,
    zh: string,
    en: string,
  ) {
    super(zh)
    this.text = { zh, en }
  }
}
