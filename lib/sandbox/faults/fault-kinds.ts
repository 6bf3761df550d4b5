import { z } from 'zod'
import { parseDuration } from '../clock'
import { inBoth } from '../validation-messages'

/** The longest that a slow notification waits, in real milliseconds. */
export const MAX_SLOW_MS = 15_000

/** A duration by the sandbox's clock. */
const Duration = z
  .string()
  .refine(
    (text) => parseDuration(text) !== undefined,
    inBoth(
      '时间要写成 90s、2m、15h 或 7d 这样，最多 400d',
      'Write a time like 90s, 2m, 15h or 7d, at most 400d',
    ),
  )
/** A whole number, from a form or JSON. */
const whole = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
const line = (max: number) =>
  z
    .string()
    .regex(new RegExp(`^[^\\x00-\\x1f\\x7f]{1,${max}}$`))
    .refine((text) => text.isWellFormed())

/** How the gateway can misbehave, each with its options. */
export const FaultOptions = z.discriminatedUnion('kind', [
  /** A notification is posted several times at once. */
  z.object({ kind: z.literal('duplicate'), copies: whole(2, 20).default(2) }),
  /** It is posted later. */
  z.object({ kind: z.literal('delay'), by: Duration.default('2m') }),
  /** The gateway believes that it posted it. */
  z.object({ kind: z.literal('drop') }),
  /** It comes after the trade's next one. */
  z.object({ kind: z.literal('reorder') }),
  /** A field is changed after signing: that one, or one picked by the seed. */
  z.object({ kind: z.literal('tamper'), field: line(64).optional(), value: line(200).optional() }),
  z.object({ kind: z.literal('wrong-key') }),
  /** Of the open platform: signed with SHA-1 and sign_type=RSA, which a merchant must not accept. */
  z.object({ kind: z.literal('downgrade') }),
  /** Of the partner interface: GBK for UTF-8 and the other way round, signed so as well. */
  z.object({ kind: z.literal('wrong-charset') }),
  z.object({ kind: z.literal('slow'), milliseconds: whole(0, MAX_SLOW_MS).default(3_000) }),
  /** The payment's notification waits for the shop to check the return, at most this long. */
  z.object({ kind: z.literal('return-before-notify'), wait: Duration.default('30s') }),
  /** notify_verify answers HTTP 503, or not at all. */
  z.object({ kind: z.literal('verify-down'), how: z.enum(['503', 'hang']).default('503') }),
  /** notify_verify says `false` to a genuine notify_id, or `true` to another. */
  z.object({ kind: z.literal('verify-lies'), says: z.enum(['false', 'true']).default('false') }),
  /** The gateway's next request is answered with this error code. */
  z.object({
    kind: z.literal('refuse'),
    code: z
      .string()
      .regex(/^((ACQ\.)?[A-Z][A-Z0-9_]{1,63}|(isv|isp|aop)\.[a-z-]{1,60})$/)
      .default('SYSTEM_ERROR'),
  }),
  /** A refund, a closing or a shipping is done, and its answer is lost: HTTP 503. */
  z.object({ kind: z.literal('lose-answer') }),
])
export type FaultOptions = z.infer<typeof FaultOptions>
export type FaultKind = FaultOptions['kind']

export const FAULT_KINDS = FaultOptions.options.map((option) => option.shape.kind.value)

/** A fault as it is ordered: what, to which trade (any), how often, how likely. The same seed has the same effect. */
export const FaultOrder = z.intersection(
  z.object({
    /** trade_no or out_trade_no. */
    trade: line(64).optional(),
    times: whole(1, 1_000).default(1),
    chance: z.coerce.number().gt(0).max(1).default(1),
    seed: whole(0, 2_147_483_647).optional(),
  }),
  FaultOptions,
)
export type FaultOrder = z.infer<typeof FaultOrder>
