import { z } from 'zod'

/** What is kept of a sign-in or a sign-up that failed. The password is not. */
export const TypedEmail = z.object({ email: z.string() })
