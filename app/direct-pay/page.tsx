import type { Metadata } from 'next'
import { env } from '@/lib/env'
import { readDirectPay, type DirectPayFields, type FieldErrors } from '@/lib/payments/direct-pay'
import { ShopFrame } from '../ui/shop-frame'

export const metadata: Metadata = { title: '直接付款' }

const FIELDS: {
  name: keyof DirectPayFields
  label: string
  hint: string
  inputMode?: 'decimal'
  required?: true
}[] = [
  { name: 'subject', label: '商品名称', hint: '最多 128 个汉字', required: true },
  {
    name: 'total_fee',
    label: '付款金额（元）',
    hint: '例如 0.01，最多两位小数',
    inputMode: 'decimal',
    required: true,
  },
  { name: 'body', label: '备注', hint: '可以不填，最多 200 个汉字' },
]

/** The seeds' `index` (docs/spec.md T3.1b): what, how much, to whom. After a mistake the address brings the typed text back. */
export default async function DirectPayPage({ searchParams }: PageProps<'/direct-pay'>) {
  const query = await searchParams
  const typed = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const values: DirectPayFields = {
    subject: typed('subject'),
    total_fee: typed('total_fee'),
    body: typed('body'),
  }
  const checked = query.checked === undefined ? undefined : readDirectPay(values, env().alipay)
  const errors: FieldErrors = checked?.ok === false ? checked.errors : {}
  return (
    <ShopFrame>
      <h1 className="text-2xl font-semibold">直接付款</h1>
      <p className="mt-2 text-muted">写好买什么、付多少，就去支付宝收银台。</p>
      <form
        action="/api/alipay/alipayto"
        method="post"
        noValidate
        className="card mt-6 max-w-xl space-y-5 p-6"
      >
        <p className="flex justify-between border-b border-line pb-4">
          <span className="text-muted">收款方</span>
          <strong className="font-medium">{env().alipay.mainname}</strong>
        </p>
        {Object.keys(errors).length > 0 && (
          <p role="alert" className="text-bad">
            有 {Object.keys(errors).length} 处要改，改好后再去付款。
          </p>
        )}
        {FIELDS.map(({ name, label, hint, inputMode, required }) => (
          <div key={name}>
            <label htmlFor={name} className="font-medium">
              {label}
            </label>
            <input
              id={name}
              name={name}
              defaultValue={values[name]}
              inputMode={inputMode}
              required={required}
              autoComplete="off"
              aria-describedby={`${name}-hint`}
              aria-invalid={errors[name] ? true : undefined}
              className={`field mt-1 ${errors[name] ? 'border-bad' : ''}`}
            />
            <p id={`${name}-hint`} className={`mt-1 text-sm ${errors[name] ? 'text-bad' : 'text-muted'}`}>
              {errors[name] ?? hint}
            </p>
          </div>
        ))}
        <button className="button w-full">去支付宝付款</button>
      </form>
    </ShopFrame>
  )
}
