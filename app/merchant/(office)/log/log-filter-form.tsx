import { orderWords } from '@/app/(shop)/orders/order-words'
import { Field } from '@/app/ui/field'
import { language } from '@/lib/language'
import { logWords } from './log-words'

/** The filter of the log, sent by GET so that the address can be kept. */
export async function LogFilterForm({ values }: { values: Partial<Record<string, string>> }) {
  const spoken = await language()
  const words = logWords[spoken]
  const { verdicts, channels } = orderWords[spoken]
  const field = (name: string, label: string) => ({
    name,
    label,
    labelClassName: '',
    defaultValue: values[name] ?? '',
  })
  const options = (of: Record<string, string>) => (
    <>
      <option value="">{words.all}</option>
      {Object.entries(of).map(([word, meaning]) => (
        <option key={word} value={word}>
          {words.choice(meaning, word)}
        </option>
      ))}
    </>
  )
  return (
    <form action="/merchant/log" className="card mt-6 grid gap-4 p-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
      <Field {...field('verdict', words.result)}>{options({ refused: words.allRefused, ...verdicts })}</Field>
      <Field {...field('channel', words.channel)}>{options(channels)}</Field>
      <Field {...field('orderNo', words.orderNo)} autoComplete="off" spellCheck={false} />
      <Field {...field('from', words.from)} type="datetime-local" step="1" />
      <Field {...field('to', words.to)} type="datetime-local" step="1" />
      <div className="flex items-end">
        <button className="button w-full">{words.search}</button>
      </div>
    </form>
  )
}
