'use client'

import { useActionState } from 'react'
import type { CheckoutField } from '@/lib/payments/checkout'
import { checkOut, type CheckoutState } from './check-out'
import { TextField } from './text-field'

interface Way {
  type: 'EXPRESS' | 'EMS' | 'POST'
  label: string
  fee: string
  total: string
}

export interface CheckoutFormProps {
  hidden: { variant?: string; quantity?: string; shown: string }
  items: { id: string; name: string; sum: string }[]
  /** How many lines of the cart cannot be ordered. */
  leftOut: number
  goodsTotal: string
  /** Empty where nothing is sent. */
  ways: Way[]
}

const RECEIVER: {
  name: CheckoutField
  label: string
  hint: string
  autoComplete: string
  required?: true
}[] = [
  { name: 'receive_name', label: '收货人', hint: '签收人的姓名', autoComplete: 'name', required: true },
  {
    name: 'receive_address',
    label: '收货地址',
    hint: '省、市、区、街道和门牌',
    autoComplete: 'street-address',
    required: true,
  },
  { name: 'receive_zip', label: '邮编', hint: '可以不填', autoComplete: 'postal-code' },
  { name: 'receive_mobile', label: '手机', hint: '手机和固定电话至少填一个', autoComplete: 'tel-national' },
  { name: 'receive_phone', label: '固定电话', hint: '例如 0571-88888888', autoComplete: 'tel' },
]

/** Which total is shown follows the chosen way, also without scripts. */
const SHOWN_WITH = {
  EXPRESS: 'group-has-[[value=EXPRESS]:checked]/checkout:inline',
  EMS: 'group-has-[[value=EMS]:checked]/checkout:inline',
  POST: 'group-has-[[value=POST]:checked]/checkout:inline',
}

/** Works as a plain form; a script only spares the page's reload, and a second press while the order is being made. */
export function CheckoutForm({ hidden, items, leftOut, goodsTotal, ways }: CheckoutFormProps) {
  const [{ values, errors }, action, isPending] = useActionState<CheckoutState, FormData>(checkOut, {
    values: {
      receive_name: '',
      receive_address: '',
      receive_zip: '',
      receive_mobile: '',
      receive_phone: '',
      logistics_type: ways[0]?.type ?? '',
      body: '',
    },
    errors: {},
  })
  const wrong = Object.keys(errors).filter((name) => name !== 'order').length
  const field = (name: CheckoutField) => ({ name, value: values[name], error: errors[name] })
  return (
    <form
      action={action}
      noValidate
      className="group/checkout mt-6 grid items-start gap-6 lg:grid-cols-[1fr_19rem]"
    >
      {Object.entries(hidden).map(
        ([name, value]) =>
          value !== undefined && <input key={name} type="hidden" name={name} value={value} />,
      )}
      <div className="space-y-6">
        {(errors.order || wrong > 0) && (
          <p role="alert" className="card border-bad p-4 text-bad [overflow-wrap:anywhere]">
            {errors.order ?? `有 ${wrong} 处要改，改好后再提交。`}
          </p>
        )}
        {ways.length > 0 && (
          <>
            <fieldset className="card p-5">
              <legend className="sr-only">收货信息</legend>
              <p aria-hidden="true" className="text-lg font-medium">
                收货信息
              </p>
              <div className="mt-3 grid gap-4 sm:grid-cols-2">
                {RECEIVER.map(({ name, ...rest }) => (
                  <TextField key={name} {...field(name)} {...rest} wide={name === 'receive_address'} />
                ))}
              </div>
            </fieldset>
            <fieldset className="card p-5">
              <legend className="sr-only">配送方式</legend>
              <p aria-hidden="true" className="text-lg font-medium">
                配送方式
              </p>
              {errors.logistics_type && <p className="mt-1 text-sm text-bad">{errors.logistics_type}</p>}
              <div className="mt-3 space-y-2">
                {ways.map(({ type, label, fee }) => (
                  <label
                    key={type}
                    className="flex min-h-11 items-center gap-3 rounded-md border border-line px-4 py-2 has-checked:border-accent"
                  >
                    <input
                      type="radio"
                      name="logistics_type"
                      value={type}
                      defaultChecked={type === values.logistics_type}
                      className="accent-accent"
                    />
                    <span className="flex-1">{label}</span>
                    <span className="text-sm text-muted tabular-nums">{fee}</span>
                  </label>
                ))}
              </div>
              <p className="mt-3 text-sm text-muted">在支付宝付款时还可以换一种，应付金额随之改变。</p>
            </fieldset>
          </>
        )}
        <div className="card p-5">
          <TextField
            {...field('body')}
            label="给卖家的话"
            hint="可以不填，最多 200 个汉字"
            autoComplete="off"
          />
        </div>
      </div>
      <section aria-label="订单合计" className="card p-5 lg:sticky lg:top-4">
        <ul className="space-y-1.5">
          {items.map(({ id, name, sum }) => (
            <li key={id} className="flex justify-between gap-4">
              <span className="[overflow-wrap:anywhere]">{name}</span>
              <span className="tabular-nums">{sum}</span>
            </li>
          ))}
        </ul>
        {leftOut > 0 && (
          <p className="mt-2 text-sm text-warn">购物车里有 {leftOut} 种不能下单，留在购物车里。</p>
        )}
        <dl className="mt-3 grid grid-cols-[auto_1fr] gap-y-1 border-t border-line pt-3">
          <dt className="text-muted">商品合计</dt>
          <dd className="text-right tabular-nums">{goodsTotal}</dd>
          <dt className="text-muted">配送</dt>
          <dd className="text-right">
            {ways.length === 0 && '无需物流'}
            {ways.map(({ type, label, fee }) => (
              <span key={type} className={`hidden ${SHOWN_WITH[type]}`}>
                {label}，{fee}
              </span>
            ))}
          </dd>
          <dt className="self-center font-semibold">应付</dt>
          <dd className="text-right text-xl font-semibold tabular-nums">
            {ways.length === 0 && goodsTotal}
            {ways.map(({ type, total }) => (
              <span key={type} className={`hidden ${SHOWN_WITH[type]}`}>
                {total}
              </span>
            ))}
          </dd>
        </dl>
        <button className="button mt-4 w-full" disabled={isPending}>
          提交订单
        </button>
        <p className="mt-3 text-sm text-muted">
          提交后去支付宝付款；货款由支付宝保管，确认收货后才付给卖家。
        </p>
      </section>
    </form>
  )
}
