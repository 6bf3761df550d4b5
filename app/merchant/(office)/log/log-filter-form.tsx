import { orderWords } from '@/app/(shop)/orders/order-words'
import { language } from '@/lib/language'
import { logWords } from './log-words'

/** What to look for in the log, as an address that can be kept: a form that is sent by GET. */
export async function LogFilterForm({ values }: { values: Partial<Record<string, string>> }) {
  const spoken = await language()
  const words = logWords[spoken]
  const { verdicts, channels } = orderWords[spoken]
  return (
    <form action="/merchant/log" className="card mt-6 grid gap-4 p-4 text-sm sm:grid-cols-2 lg:grid-cols-3">
      <Choice
        name="verdict"
        label={words.result}
        meanings={{ refused: words.allRefused, ...verdicts }}
        value={values.verdict}
        words={words}
      />
      <Choice name="channel" label={words.channel} meanings={channels} value={values.channel} words={words} />
      <div>
        <label htmlFor="orderNo">{words.orderNo}</label>
        <input
          id="orderNo"
          name="orderNo"
          defaultValue={values.orderNo}
          autoComplete="off"
          spellCheck={false}
          className="field mt-1"
        />
      </div>
      <Moment name="from" label={words.from} value={values.from} />
      <Moment name="to" label={words.to} value={values.to} />
      <div className="flex items-end">
        <button className="button w-full">{words.search}</button>
      </div>
    </form>
  )
}

interface ChoiceProps {
  name: string
  label: string
  meanings: Record<string, string>
  words: (typeof logWords)['zh']
  value: string | undefined
}

function Choice({ name, label, meanings, words, value }: ChoiceProps) {
  return (
    <div>
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={value ?? ''} className="field mt-1">
        <option value="">{words.all}</option>
        {Object.entries(meanings).map(([word, meaning]) => (
          <option key={word} value={word}>
            {words.choice(meaning, word)}
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
