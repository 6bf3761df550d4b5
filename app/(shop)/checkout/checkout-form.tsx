import { catalogWords } from '@/app/ui/catalog-words'
import { Field } from '@/app/ui/field'
import type { CheckoutErrors, CheckoutField, CheckoutFields } from '@/lib/checkout/checkout'
import { checkoutWords } from './checkout-words'
import { OrderSummary, type OrderSummaryProps } from './order-summary'

interface CheckoutFormProps extends OrderSummaryProps {
  hidden: Record<string, string | undefined>
  /** What has changed about the goods since the buyer chose them. */
  notice: string | undefined
  /** The values of a refused form, and what is wrong with them. */
  typed: CheckoutFields | undefined
  errors: CheckoutErrors
}

const RECEIVER = [
  { name: 'receive_name', label: 'name', hint: 'nameHint', autoComplete: 'name', required: true },
  {
    name: 'receive_mobile',
    label: 'mobile',
    hint: 'mobileHint',
    autoComplete: 'tel-national',
    inputMode: 'tel',
  },
  {
    name: 'receive_address',
    label: 'address',
    hint: 'addressHint',
    autoComplete: 'street-address',
    required: true,
  },
  { name: 'receive_zip', label: 'zip', hint: 'optional', autoComplete: 'postal-code', inputMode: 'numeric' },
  { name: 'receive_phone', label: 'phone', hint: 'phoneHint', autoComplete: 'tel', inputMode: 'tel' },
] as const

/** The receiver, the way of shipping and the message, beside the order's summary. */
export function CheckoutForm({ hidden, notice, typed, errors, ...order }: CheckoutFormProps) {
  const { language, ways } = order
  const words = checkoutWords[language]
  const { ways: labels, fee } = catalogWords[language]
  const wrong = Object.keys(errors).filter((name) => name !== 'order').length
  const field = (name: CheckoutField) => ({
    name,
    defaultValue: typed?.[name] ?? '',
    error: errors[name]?.[language],
  })
  const chosen = ways.find(({ type }) => type === typed?.logistics_type) ?? ways[0]
  const complaints = [errors.order?.[language] ?? (wrong > 0 && words.toMend(wrong)), notice]
  return (
    <form
      action="/checkout/submit"
      method="post"
      noValidate
      className="group/checkout mt-6 grid items-start gap-6 lg:grid-cols-[1fr_19rem] lg:gap-8"
    >
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="space-y-6">
        {complaints.map(
          (complaint) =>
            complaint && (
              <p
                key={complaint}
                role="alert"
                className="card border-bad p-4 text-bad [overflow-wrap:anywhere]"
              >
                {complaint}
              </p>
            ),
        )}
        {ways.length > 0 && (
          <>
            <fieldset className="card p-5 sm:p-6">
              <legend className="sr-only">{words.receiver}</legend>
              <p aria-hidden="true" className="text-lg font-medium">
                {words.receiver}
              </p>
              <div className="mt-4 grid gap-x-4 gap-y-5 sm:grid-cols-2">
                {RECEIVER.map(({ name, label, hint, ...rest }) => (
                  <Field
                    key={name}
                    {...field(name)}
                    {...rest}
                    label={words[label]}
                    hint={words[hint]}
                    className={name === 'receive_address' ? 'sm:col-span-2' : undefined}
                  />
                ))}
              </div>
            </fieldset>
            <fieldset className="card p-5 sm:p-6">
              <legend className="sr-only">{words.shipping}</legend>
              <p aria-hidden="true" className="text-lg font-medium">
                {words.shipping}
              </p>
              {errors.logistics_type && (
                <p className="mt-1 text-sm text-bad">{errors.logistics_type[language]}</p>
              )}
              <div className="mt-4 space-y-2">
                {ways.map((way) => (
                  <label
                    key={way.type}
                    className="flex min-h-12 cursor-pointer items-center gap-3 rounded-md border border-line px-4 py-2 has-checked:border-accent"
                  >
                    <input
                      type="radio"
                      name="logistics_type"
                      value={way.type}
                      defaultChecked={way === chosen}
                      className="accent-accent"
                    />
                    <span className="flex-1">{labels[way.type]}</span>
                    <span className="text-right text-sm text-muted tabular-nums">{fee(way)}</span>
                  </label>
                ))}
              </div>
              <p className="mt-3 text-sm text-muted">{words.laterChoice}</p>
            </fieldset>
          </>
        )}
        <div className="card p-5 sm:p-6">
          <Field {...field('body')} label={words.message} hint={words.messageHint} autoComplete="off" />
        </div>
      </div>
      <OrderSummary {...order} />
    </form>
  )
}
