import { CHANNEL_WORDS, VERDICT_WORDS } from '@/app/orders/order-words'

/** What to look for in the log, as an address that can be kept: a form that is sent by GET. */
export function LogFilterForm({ values }: { values: Partial<Record<string, string>> }) {
  return (
    <form action="/merchant/log" className="card mt-6 grid gap-4 p-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
      <Choice
        name="verdict"
        label="结果"
        words={{ refused: '所有没有通过检查的', ...VERDICT_WORDS }}
        value={values.verdict}
      />
      <Choice name="channel" label="来路" words={CHANNEL_WORDS} value={values.channel} />
      <div>
        <label htmlFor="orderNo">订单号</label>
        <input
          id="orderNo"
          name="orderNo"
          defaultValue={values.orderNo}
          autoComplete="off"
          spellCheck={false}
          className="field mt-1"
        />
      </div>
      <Moment name="from" label="从（北京时间）" value={values.from} />
      <Moment name="to" label="到（不含）" value={values.to} />
      <div className="flex items-end">
        <button className="button w-full">查找</button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  words: Record<string, string>
  value: string | undefined
}

function Choice({ name, label, words, value }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ''} className="field mt-1">
        <option value="">全部</option>
        {Object.entries(words).map(([word, meaning]) => (
          <option key={word} value={word}>
            {meaning}（{word}）
          </option>
        ))}
      </select>
    </div>
  )
}

function Moment({ name, label, value }: { name: string; label: string; value: string | undefined }) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <input
        id={name}
        name={name}
        type="datetime-local"
        step="1"
        defaultValue={value}
        className="field mt-1"
      />
    </div>
  )
}
