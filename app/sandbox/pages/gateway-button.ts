/** The style of the console's buttons and fields. */
export const GATEWAY_BUTTON =
  'inline-flex min-h-11 cursor-pointer items-center justify-center bg-gate px-5 py-2 font-semibold text-on-gate hover:bg-gate-deep'
export const GATEWAY_BUTTON_SMALL =
  'min-h-9 cursor-pointer border border-gate px-3 py-1.5 text-sm text-gate hover:bg-gate hover:text-on-gate'
export const GATEWAY_FIELD =
  'min-h-9 w-full min-w-0 border border-gate-field-line bg-gate-card px-2 py-1 text-sm'
