'use server'

import { refresh } from 'next/cache'
import { redirect } from 'next/navigation'
import type { Bilingual } from '@/lib/alipay/bilingual'
import { seenOrder } from '@/lib/catalog/seen-order'
import { env } from '@/lib/env'
import { language } from '@/lib/language'
import { orderGoods } from '@/lib/orders/order-goods'
import {
  CHECKOUT_FIELDS,
  type CheckoutErrors,
  type CheckoutFields,
  readCheckout,
} from '@/lib/payments/checkout'
import { currentOrNewBuyer } from '../current-buyer'
import { readFormId } from '../form-id'
import { leadToEarlierOrder, leadToOrder } from '../lead-to-order'
import { checkoutWords } from './checkout-words'
import { linesToOrder } from './lines-to-order'

/** What the form shows: the text as typed, and what is wrong with it. */
export interface CheckoutState {
  values: CheckoutFields
  errors: CheckoutErrors
}

/** The order of what the checkout page shows, or the page once more with what is wrong. Nothing typed is lost. */
export async function checkOut(_before: CheckoutState, form: FormData): Promise<CheckoutState> {
  const text = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' ? value : undefined
  }
  const values = Object.fromEntries(CHECKOUT_FIELDS.map((name) => [name, text(name) ?? ''])) as CheckoutFields
  const again = (errors: CheckoutErrors) => {
    refresh()
    return { values, errors }
  }
  const formId = readFormId(form)
  await leadToEarlierOrder(formId)

  const wanted = await linesToOrder(text('variant'), text('quantity'))
  if ('elsewhere' in wanted) redirect(wanted.elsewhere)
  // Goods and prices are the shop's; this only says whether the buyer has seen them.
  if (text('shown') !== seenOrder(wanted.lines)) return again({ order: both('changed') })
  const checkout = readCheckout(values, wanted.lines, env().alipay, await language())
  if (!checkout.ok) return again(checkout.errors)
  const draft = { ...checkout.draft, buyerId: await currentOrNewBuyer(formId), formId }
  const ordered = await orderGoods(draft, { fromCart: text('variant') === undefined })
  if (ordered.kind === 'sold_out') return again({ order: both('soldOut') })
  if (ordered.kind === 'cart_changed') return again({ order: both('changed') })
  leadToOrder(ordered.order)
}

const both = (word: 'changed' | 'soldOut'): Bilingual => ({
  zh: checkoutWords.zh[word],
  en: checkoutWords.en[word],
})
