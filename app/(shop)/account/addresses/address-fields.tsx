import { Field } from '@/app/ui/field'
import { FlashNote } from '@/app/ui/flash-note'
import { SubmitButton } from '@/app/ui/submit-button'
import type { Address } from '@/lib/addresses/address'
import { PROVINCES } from '@/lib/addresses/divisions'
import type { AddressErrors } from '@/lib/addresses/read-address'
import { REGION_FIELDS } from '@/lib/addresses/region'
import type { Language } from '@/lib/dictionary'
import { addressWords } from './address-words'
import { RegionFields } from './region-fields'

export interface AddressFieldsProps {
  language: Language
  typed: Address
  errors: AddressErrors
  /** The text pasted last, and whether an address was found in it; undefined before. */
  paste?: { text: string; isParsed: boolean } | undefined
}

const FOLD = 'cursor-pointer py-2 font-medium marker:text-muted'

/** The fields of an address, and one into which a whole address is pasted. The button beside that one is named `parse`. */
export function AddressFields({ language, typed, errors, paste }: AddressFieldsProps) {
  const words = addressWords[language]
  const field = (name: keyof Address) => ({
    name,
    defaultValue: typed[name],
    error: errors[name]?.[language],
  })
  const wrong = REGION_FIELDS.filter((name) => errors[name])
  const regionError = wrong[0] && errors[wrong[0]]?.[language]
  const hasMore = [typed.phone, typed.zip, errors.phone, errors.zip].some(Boolean)
  const { province, city, district } = typed
  return (
    <div className="grid gap-4">
      {paste?.isParsed && <FlashNote tone="go">{words.parsed}</FlashNote>}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field {...field('name')} label={words.name} required autoComplete="name" />
        <Field
          {...field('mobile')}
          label={words.mobile}
          required
          autoComplete="tel-national"
          inputMode="tel"
        />
      </div>
      <fieldset>
        <legend className="mb-1.5 text-sm font-semibold after:font-normal after:text-muted after:content-['_*']">
          {words.region}
        </legend>
        <RegionFields
          provinces={PROVINCES}
          typed={{ province, city, district }}
          wrong={wrong}
          errorId={regionError && 'region-hint'}
          labels={{ province: words.province, city: words.city, district: words.district }}
          choose={words.choose}
        />
        {regionError && (
          <p id="region-hint" className="mt-1.5 text-tiny [overflow-wrap:anywhere] text-bad">
            {regionError}
          </p>
        )}
      </fieldset>
      <Field
        {...field('street')}
        label={words.street}
        hint={words.streetHint}
        required
        autoComplete="street-address"
      />
      <details open={paste !== undefined && !paste.isParsed}>
        <summary className={FOLD}>{words.paste}</summary>
        <div className="mt-2 grid justify-items-start gap-3">
          <Field
            name="paste"
            label={words.pasted}
            hint={words.pasteExample}
            error={paste && !paste.isParsed ? words.notParsed : undefined}
            rows={3}
            autoComplete="off"
            defaultValue={paste && !paste.isParsed ? paste.text : ''}
            className="w-full"
          />
          <SubmitButton name="parse" value="1" className="button-plain button-small" pending={words.parsing}>
            {words.parse}
          </SubmitButton>
        </div>
      </details>
      <details open={hasMore}>
        <summary className={FOLD}>
          {words.more} <span className="text-sm font-normal text-muted">{words.optional}</span>
        </summary>
        <div className="mt-2 grid gap-4 sm:grid-cols-2">
          <Field
            {...field('phone')}
            label={words.phone}
            hint={words.phoneHint}
            autoComplete="tel"
            inputMode="tel"
          />
          <Field {...field('zip')} label={words.zip} autoComplete="postal-code" inputMode="numeric" />
        </div>
      </details>
    </div>
  )
}
