import type { Refusal } from './request-rules'

/** Thrown where a request is built that the gateway would refuse; check first where the values come from a person. */
export class RequestRefusedError extends Error {
  constructor(readonly refusals: Refusal[]) {
    super(refusals.map(({ parameter, code, en }) => `${parameter}: ${en} (${code})`).join('; '))
    this.name = 'RequestRefusedError'
  }
}
