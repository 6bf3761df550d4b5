'use client'

import { useActionState } from 'react'
import { CATEGORIES, isCategory } from '@/lib/catalog/categories'
import type { ProductFields } from '@/lib/catalog/read-product'
import type { ProductFormState } from './save'
import { TextField } from './text-field'
import { VariantFieldset } from './variant-fields'

interface Props {
  fields: ProductFields
  save: (before: ProductFormState, form: FormData) => Promise<ProductFormState>
}

/** A product to be written or changed. Without scripts the page itself comes back with what was typed. */
export function ProductForm({ fields: first, save }: Props) {
  const [{ fields, errors, answers }, action, saving] = useActionState(save, {
    fields: first,
    errors: {},
    answers: 0,
  })
  const text = (name: 'slug' | 'name' | 'nameEn' | 'description' | 'descriptionEn') => ({
    name,
    defaultValue: fields[name],
    error: errors[name],
  })
  return (
    <form key={answers} action={action} noValidate className="mt-6 space-y-6">
      {Object.keys(errors).length > 0 && (
        <p role="alert" className="card border-l-4 border-l-bad p-4 text-bad">
          有 {Object.keys(errors).length} 处要改，还没有保存。
        </p>
      )}
      <section aria-labelledby="texts-title" className="card space-y-5 p-5">
        <h2 id="texts-title" className="text-lg font-medium">
          名称和介绍
        </h2>
        <div className="grid gap-5 md:grid-cols-2">
          <TextField {...text('name')} label="名称" required />
          <TextField {...text('nameEn')} label="英文名称" lang="en" />
          <TextField {...text('description')} label="介绍" rows={4} hint="一段话，最多 400 个字" required />
          <TextField {...text('descriptionEn')} label="英文介绍" rows={4} lang="en" />
          <TextField
            {...text('slug')}
            label="网址"
            hint="小写字母、数字和连字符，例如 green-tea；改了以后，旧的链接会失效"
            autoCapitalize="none"
            spellCheck={false}
            required
          />
          <Category value={fields.category} error={errors.category} />
        </div>
      </section>
      <section aria-labelledby="variants-title" className="card space-y-5 p-5">
        <h2 id="variants-title" className="text-lg font-medium">
          规格、价格和库存
        </h2>
        {errors.variants && <p className="text-bad">{errors.variants}</p>}
        {fields.variants.map((variant, row) => (
          <VariantFieldset key={row} row={row} variant={variant} errors={errors} />
        ))}
      </section>
      <section aria-labelledby="sale-title" className="card p-5">
        <h2 id="sale-title" className="mb-2 text-lg font-medium">
          怎么卖
        </h2>
        <Choice name="onSale" label="在售：买家能在店里看到" checked={fields.onSale} />
        <Choice name="freePostage" label="包邮：运费总由卖家承担" checked={fields.freePostage} />
        <Choice name="virtual" label="虚拟商品：用消息交付，不需要物流" checked={fields.virtual} />
      </section>
      {/* the first button is the one that the Enter key presses */}
      <div className="flex flex-wrap gap-3">
        <button className="button" disabled={saving}>
          {saving ? '正在保存……' : '保存商品'}
        </button>
        <button name="more" value="1" className="button-plain" disabled={saving}>
          再加一种规格
        </button>
      </div>
    </form>
  )
}

function Category({ value, error }: { value: string; error: string | undefined }) {
  return (
    <div>
      <label htmlFor="category" className="font-medium">
        分类
      </label>
      <select
        id="category"
        name="category"
        defaultValue={isCategory(value) ? value : ''}
        required
        aria-describedby={error && 'category-hint'}
        aria-invalid={error ? true : undefined}
        className={`field mt-1 ${error ? 'border-bad' : ''}`}
      >
        <option value="">请选择</option>
        {CATEGORIES.map(({ id, zh }) => (
          <option key={id} value={id}>
            {zh}
          </option>
        ))}
      </select>
      {error && (
        <p id="category-hint" className="mt-1 text-sm text-bad">
          {error}
        </p>
      )}
    </div>
  )
}

function Choice({ name, label, checked }: { name: string; label: string; checked: boolean }) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input type="checkbox" name={name} defaultChecked={checked} className="size-5 shrink-0" />
      {label}
    </label>
  )
}
