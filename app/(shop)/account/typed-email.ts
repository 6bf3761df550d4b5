import { z } from 'zod'

/** What the flash keeps of a failed sign-in or sign-up: not the password. */
export const TypedEmail = z.object({ email: z.string() })
