/** The header that names the doctor's probe where the probe itself must be empty. */
export const PROBE_HEADER = 'x-danbao-doctor'

const PROBE_ORDER_NO = /^doctor-[0-9a-f]{24}-[a-z]$/

/**
 * The order number under which an empty probe is logged, so that the doctor can take its row out again. Each probe has
 * a random one that only the doctor knows, so no other sender can have a row deleted by it.
 */
export function probeMark(headers: Headers): string | undefined {
  const mark = headers.get(PROBE_HEADER) ?? ''
  return PROBE_ORDER_NO.test(mark) ? mark : undefined
}
