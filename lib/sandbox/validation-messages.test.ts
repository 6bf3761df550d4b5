import { expect, it } from 'vitest'
import { z } from 'zod'
import { inBoth, validationMessages } from './validation-messages'

it('What is wrong with an input is said in the language of its reader', () => {
  const Fields = z.object({ amount: z.string().refine(() => false, inBoth('金额不对', 'A wrong amount')) })
  const { error } = Fields.safeParse({ amount: 'x' })
  expect(error && validationMessages(error)).toEqual({
    zh: '✖ 金额不对\n  → at amount',
    en: '✖ A wrong amount\n  → at amount',
  })
})
