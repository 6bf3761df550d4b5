import { z } from 'zod'
import type { Bilingual } from '../dictionary'

/** What a zod refinement says to a person, in Chinese unless he reads English. */
export const inBoth = (zh: string, en: string) => ({ error: zh, params: { en } })

/** All that is wrong with an input, a line each; what has no Chinese is zod's own English in both. */
export function issueText(error: z.ZodError): Bilingual {
  const issues = error.issues.map((issue) => {
    const en: unknown = issue.code === 'custom' ? issue.params?.en : undefined
    return typeof en === 'string' ? { ...issue, message: en } : issue
  })
  return { zh: z.prettifyError(error), en: z.prettifyError({ issues }) }
}
