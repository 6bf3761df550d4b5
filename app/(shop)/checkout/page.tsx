import { redirect } from 'next/navigation'
import { readFlash } from '@/app/forms/flash'
import { newIdempotencyKey } from '@/app/forms/idempotency-key'
import { pageTitle } from '@/app/ui/page-title'
import { NO_ADDRESS } from '@/lib/addresses/address'
import { listAddresses, type SavedAddress } from '@/lib/addresses/address-book'
import { type CartLine, orderable } from '@/lib/catalog/cart'
import { shippingWays } from '@/lib/catalog/postage'
import { shownCartFingerprint } from '@/lib/catalog/shown-cart-fingerprint'
import { type CheckoutErrors, readCheckout } from '@/lib/checkout/checkout'
import type { Language } from '@/lib/dictionary'
import { ownGateway } from '@/lib/gateway/own-gateway'
import { language } from '@/lib/language'
import { currentAccount } from '../account/current-buyer'
import { CheckoutForm } from './checkout-form'
import { checkoutWords } from './checkout-words'
import { linesToOrder } from './lines-to-order'
import { TypedCheckout } from './typed-checkout'

export const generateMetadata = pageTitle(checkoutWords, 'title')

/** The last page before the order: of the whole cart, or of one variant (?variant=&quantity=). */
export default async function CheckoutPage({ searchParams }: PageProps<'/checkout'>) {
  const query = await searchParams
  const text = (name: string) => (typeof query[name] === 'string' ? query[name] : undefined)
  const variant = text('variant')
  const wanted = await linesToOrder(variant, text('quantity'))
  if ('elsewhere' in wanted) redirect(wanted.elsewhere)
  const spoken = await language()
  const words = checkoutWords[spoken]
  const { lines, isFewer } = wanted
  const [typed, account] = await Promise.all([readFlash(query, TypedCheckout), currentAccount()])
  const book = account ? await listAddresses(account.id) : []
  const { goods, goodsFen } = orderable(lines)
  // if the goods have just sold out, the form stays, so that what was typed is not lost
  const shown = goods.length > 0 ? goods : lines
  const [first] = shown
  const notice =
    goods.length === 0
      ? words.nothingLeft
      : isFewer && first
        ? words.fewer(first.name, first.stock)
        : undefined
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h1>{words.title}</h1>
        <p className="text-sm text-muted">{words.requiredMark}</p>
      </div>
      <CheckoutForm
        language={spoken}
        hidden={{
          form: typed?.problem === 'busy' ? typed.formId : newIdempotencyKey(),
          variant,
          quantity: variant && `${first?.quantity}`,
          shown: shownCartFingerprint(lines),
        }}
        notice={notice}
        typed={typed?.values ?? { ...NO_ADDRESS, logistics_type: '', body: '' }}
        errors={typed ? errorsOf(typed, lines, book, spoken) : {}}
        paste={typed?.paste}
        book={book}
        savedId={typed?.savedId ?? book[0]?.id ?? ''}
        isKept={account && (typed?.isKept ?? true)}
        lines={shown}
        leftOut={lines.length - shown.length}
        goodsFen={goodsFen}
        ways={shippingWays(goodsFen, shown)}
      />
    </>
  )
}

/** Why a checkout was refused. The fields are checked again, by the cart as it is now. */
function errorsOf(
  { values, problem, paste, savedId }: TypedCheckout,
  lines: CartLine[],
  book: SavedAddress[],
  spoken: Language,
): CheckoutErrors {
  if (problem) return { order: { zh: checkoutWords.zh[problem], en: checkoutWords.en[problem] } }
  if (paste) return {}
  const chosen = { ...values, ...book.find(({ id }) => id === savedId) }
  const checkout = readCheckout(chosen, lines, ownGateway(), spoken)
  return checkout.ok ? {} : checkout.errors
}
