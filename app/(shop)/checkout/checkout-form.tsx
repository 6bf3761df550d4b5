import type { ReactNode } from 'react'
import { catalogWords } from '@/app/ui/catalog-words'
import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import type { SavedAddress } from '@/lib/addresses/address-book'
import { ADDRESS_FIELDS } from '@/lib/addresses/address'
import type { CheckoutErrors, CheckoutFields } from '@/lib/checkout/checkout'
import { AddressFields, type AddressFieldsProps } from '../account/addresses/address-fields'
import { AddressChoice } from './address-choice'
import { checkoutWords } from './checkout-words'
import { OrderSummary, type OrderSummaryProps } from './order-summary'

interface CheckoutFormProps extends OrderSummaryProps, Pick<AddressFieldsProps, 'paste'> {
  hidden: Record<string, string | undefined>
  /** What has changed about the goods since the buyer chose them. */
  notice: string | undefined
  /** The values of a refused form, and what is wrong with them. */
  typed: CheckoutFields
  errors: CheckoutErrors
  /** The address book of the account, and the address chosen in it; '' for the one in the fields. */
  book: SavedAddress[]
  savedId: string
  /** Whether the address in the fields is kept; undefined without an account. */
  isKept: boolean | undefined
}

/** The address, the delivery and the message, beside the order's summary. */
export function CheckoutForm(props: CheckoutFormProps) {
  const { hidden, notice, typed, errors, paste, book, savedId, isKept, ...order } = props
  const { language, ways } = order
  const words = checkoutWords[language]
  const wrong = Object.keys(errors).filter((name) => name !== 'order').length
  const isOfSaved = savedId !== '' && ADDRESS_FIELDS.some((name) => errors[name])
  const complaints = [
    errors.order?.[language] ?? (wrong > 0 && (isOfSaved ? words.savedWrong : words.toMend(wrong))),
    notice,
  ]
  return (
    <form
      action="/checkout/submit"
      method="post"
      noValidate
      className="group/checkout mt-6 grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_23rem] lg:gap-11"
    >
      <button hidden />
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="grid min-w-0 gap-8">
        {complaints.map(
          (complaint) =>
            complaint && (
              <FlashNote key={complaint} tone="bad" className="[overflow-wrap:anywhere]">
                {complaint}
              </FlashNote>
            ),
        )}
        {ways.length > 0 && (
          <>
            <Part title={words.receiver}>
              <AddressChoice language={language} book={book} savedId={savedId} errors={errors} />
              <div
                className={
                  book.length > 0 ? 'hidden group-has-[[data-new]:checked]/checkout:block' : undefined
                }
              >
                <AddressFields
                  language={language}
                  typed={typed}
                  errors={savedId === '' ? errors : {}}
                  paste={paste}
                />
                {isKept !== undefined && (
                  <label className="mt-3 flex min-h-11 cursor-pointer items-center gap-3">
                    <input
                      type="checkbox"
                      name="keep"
                      value="1"
                      defaultChecked={isKept}
                      className="size-[1.125rem]"
                    />
                    {words.keep}
                  </label>
                )}
              </div>
            </Part>
            <Part title={words.shipping}>
              <WayChoice language={language} ways={ways} chosen={typed.logistics_type} />
              {errors.logistics_type && <p className="text-sm text-bad">{errors.logistics_type[language]}</p>}
              <p className="text-sm text-muted">{words.laterChoice}</p>
            </Part>
          </>
        )}
        <details open={typed.body !== '' || errors.body !== undefined} className="border-t border-line pt-6">
          <summary className="cursor-pointer py-2 font-medium marker:text-muted">
            {words.message} <span className="text-sm font-normal text-muted">{words.optional}</span>
          </summary>
          <Field
            name="body"
            label={words.message}
            labelClassName="sr-only"
            hint={words.messageHint}
            error={errors.body?.[language]}
            defaultValue={typed.body}
            autoComplete="off"
          />
        </details>
      </div>
      <OrderSummary {...order} />
    </form>
  )
}

/** A group of fields under a heading of its own. */
const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <fieldset className="grid min-w-0 gap-4 [fieldset+&]:border-t [fieldset+&]:border-line [fieldset+&]:pt-8">
    <legend className="sr-only">{title}</legend>
    <p aria-hidden="true" className="font-serif text-h2 font-bold">
      {title}
    </p>
    {children}
  </fieldset>
)

function WayChoice({
  language,
  ways,
  chosen,
}: Pick<OrderSummaryProps, 'language' | 'ways'> & { chosen: string }) {
  const { ways: labels, feeAmount } = catalogWords[language]
  const checked = ways.find(({ type }) => type === chosen) ?? ways[0]
  return (
    <div className="grid gap-2.5">
      {ways.map((way) => (
        <label
          key={way.type}
          className="card flex min-h-14 cursor-pointer items-center gap-3 px-4 py-2 has-checked:border-accent has-checked:bg-wash has-checked:inset-ring has-checked:inset-ring-accent"
        >
          <input
            type="radio"
            name="logistics_type"
            value={way.type}
            defaultChecked={way === checked}
            className="size-[1.125rem]"
          />
          <span className="flex-1 font-semibold">{labels[way.type]}</span>
          <span className="figures text-sm">{feeAmount(way)}</span>
        </label>
      ))}
    </div>
  )
}
