/** Why something did not come about, as short as the system says it: ECONNREFUSED, ENOTFOUND, timeout, or the words. */
export function reasonOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
  if (!(cause instanceof Error)) return String(cause)
  if (cause.name === 'AbortError' || cause.name === 'TimeoutError') return 'timeout'
  return 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message || cause.name
}
