import { z } from 'zod'
import type { Bilingual } from '../dictionary'

/** The message of a zod refinement in both languages. */
export const inBoth = (zh: string, en: string) => ({ error: zh, params: { en } })

/** All that is wrong with an input, a line each. Messages without Chinese are zod's own, in English. */
export function validationMessages(error: z.ZodError): Bilingual {
  const issues = error.issues.map((issue) => {
    const en: unknown = issue.code === 'custom' ? issue.params?.en : undefined
    return typeof en === 'string' ? { ...issue, message: en } : issue
  })
  return { zh: z.prettifyError(error), en: z.prettifyError({ issues }) }
}
