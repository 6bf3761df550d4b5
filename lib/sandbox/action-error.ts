/** Why an action was refused. `code` is the gateway's where it has one; the message is for a person. */
export class ActionError extends Error {
  override name = 'ActionError'

  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}
