import { GATEWAY_BUTTON_SMALL, GATEWAY_FIELD } from '@/app/sandbox/pages/gateway-button'
import { wordsIn } from '@/lib/language'
import { FAULT_KINDS } from '@/lib/sandbox/faults/fault-kinds'
import { describeFault, type listFaults } from '@/lib/sandbox/faults/fault-queue'
import { faultWords } from '../fault-words'

type Faults = Awaited<ReturnType<typeof listFaults>>

/** The faults ordered for this trade or for all, and the form to order one. */
export async function FaultPanel({ number, faults }: { number: string; faults: Faults }) {
  const words = await wordsIn(faultWords)
  return (
    <section aria-labelledby="faults-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="faults-title" className="font-semibold text-gate">
        {words.title}
      </h2>
      <p className="mt-1 text-sm text-muted">{words.about}</p>
      <FaultList faults={faults} />
      <form action="/sandbox/api/faults" method="post" className="mt-4">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] items-end gap-2">
          <label className="text-sm">
            {words.whom}
            <select name="trade" className={GATEWAY_FIELD}>
              <option value={number}>{words.thisTrade}</option>
              <option value="">{words.allTrades}</option>
            </select>
          </label>
          <label className="text-sm sm:col-span-2">
            {words.kind}
            <select name="kind" className={GATEWAY_FIELD}>
              {FAULT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {words.kindNamed(words.kinds[kind], kind)}
                </option>
              ))}
            </select>
          </label>
          <Option name="times" label={words.times} placeholder="1" />
          <Option name="chance" label={words.chance} placeholder="1" />
          <Option name="seed" label={words.seed} placeholder={words.random} />
        </div>
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-gate">{words.moreOptions}</summary>
          <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] items-end gap-2">
            {Object.entries(words.options).map(([name, [label, placeholder]]) => (
              <Option key={name} name={name} label={label} placeholder={placeholder} />
            ))}
          </div>
        </details>
        <button className={`${GATEWAY_BUTTON_SMALL} mt-3`}>{words.add}</button>
      </form>
    </section>
  )
}

async function FaultList({ faults }: { faults: Faults }) {
  const words = await wordsIn(faultWords)
  if (faults.length === 0) return null
  return (
    <>
      <ul className="mt-3 space-y-2 text-sm">
        {faults.map(describeFault).map(({ id, trade, kind, times, chance, seed, done, ...options }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            {words.kinds[kind]}
            <code translate="no" className="ml-2">
              {[kind, ...Object.entries(options).map((pair) => pair.join('='))].join(' ')}
            </code>
            <span className="ml-1 text-muted">
              {[
                trade ? words.thisTrade : words.allTrades,
                words.still(times, chance, seed),
                ...done.slice(-1).map((last) => words.happened(done.length, last)),
              ].join(words.comma)}
            </span>
          </li>
        ))}
      </ul>
      <form action="/sandbox/api/faults/clear" method="post" className="mt-2">
        <button className={GATEWAY_BUTTON_SMALL}>{words.clear}</button>
      </form>
    </>
  )
}

const Option = ({ name, label, placeholder }: { name: string; label: string; placeholder: string }) => (
  <label className="text-sm">
    {label}
    <input name={name} placeholder={placeholder} className={GATEWAY_FIELD} />
  </label>
)
