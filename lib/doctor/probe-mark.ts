/** The header that names a probe of the doctor's whose body has to be empty. */
export const PROBE_HEADER = 'x-danbao-doctor'

const PROBE_ORDER_NO = /^doctor-[0-9a-f]{24}-[a-z]$/

/**
 * The order number under which an empty probe is logged, so that the doctor can delete its log entry. It is random and known
 * to the doctor alone, so that no other sender can have an entry deleted.
 */
export function probeMark(headers: Headers): string | undefined {
  const mark = headers.get(PROBE_HEADER) ?? ''
  return PROBE_ORDER_NO.test(mark) ? mark : undefined
}
