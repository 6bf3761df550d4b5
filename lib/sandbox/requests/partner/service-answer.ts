import type { GatewayRefusal } from '../refusal'

/** What a call from a shop's server comes to: signed XML in the merchant's charset, or a refusal. */
export type ServiceAnswer = { kind: 'xml'; xml: Buffer } | GatewayRefusal
