/** How a call of ours to the gateway ended. `code` is the gateway's (see error-codes.ts for its help). */
export type CallResult =
  | { kind: 'done' }
  | { kind: 'refused'; code: string }
  /** No answer that can be believed: no connection, too late, a wrong sign. Nothing is known of the trade. */
  | { kind: 'unreachable'; reason: string }
