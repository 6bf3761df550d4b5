/** Why a request would fail at the gateway: the parameter, the error code, and what to do. */
export interface Refusal<Code extends string = string> {
  parameter: string
  code: Code
  zh: string
  en: string
}

/** Thrown where a request is built that the gateway would refuse. Check the values of a form first. */
export class RequestRefusedError extends Error {
  constructor(readonly refusals: Refusal[]) {
    super(refusals.map(({ parameter, code, en }) => `${parameter}: ${en} (${code})`).join('; '))
    this.name = 'RequestRefusedError'
  }
}
