/** The look of the gateway's buttons. */
export const GATE_BUTTON =
  'inline-flex min-h-11 cursor-pointer items-center justify-center bg-gate px-5 py-2 font-semibold text-white hover:bg-gate-deep'
