declare module 'pg/lib/utils.js' {
  /** A value as pg sends it: text or bytes. */
  export function prepareValue(value: unknown): unknown
}
