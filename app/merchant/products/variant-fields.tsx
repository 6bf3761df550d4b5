import type { FieldErrors, VariantFields } from '@/lib/catalog/read-product'
import { TextField } from './text-field'

interface Props {
  row: number
  variant: VariantFields
  errors: FieldErrors
}

/** One variant of a product: name, price and stock. */
export function VariantFieldset({ row, variant, errors }: Props) {
  const at = `variants.${row}`
  const isNew = variant.id === ''
  return (
    <fieldset className="rounded-md border border-line p-4">
      <legend className="px-1 text-sm text-muted">{isNew ? '新规格' : variant.name || '规格'}</legend>
      <input type="hidden" name={`${at}.id`} value={variant.id} />
      <input type="hidden" name={`${at}.seenStock`} value={variant.seenStock} />
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField
          name={`${at}.name`}
          label="规格名称"
          hint="例如 50 克；只有一种就不用填"
          defaultValue={variant.name}
          error={errors[`${at}.name`]}
        />
        <TextField
          name={`${at}.nameEn`}
          label="英文名称"
          lang="en"
          defaultValue={variant.nameEn}
          error={errors[`${at}.nameEn`]}
        />
        <TextField
          name={`${at}.price`}
          label="价格（元）"
          inputMode="decimal"
          defaultValue={variant.price}
          error={errors[`${at}.price`]}
        />
        <TextField
          name={`${at}.stock`}
          label="库存"
          inputMode="numeric"
          hint={isNew ? undefined : '按您改的差数增减，这期间的订单不会被盖掉'}
          defaultValue={variant.stock}
          error={errors[`${at}.stock`]}
        />
      </div>
      {!isNew && (
        <label className="mt-3 flex min-h-11 w-fit items-center gap-2">
          <input type="checkbox" name={`${at}.removed`} defaultChecked={variant.removed} className="size-5" />
          去掉这个规格
        </label>
      )}
    </fieldset>
  )
}
