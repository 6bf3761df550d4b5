import { GATE_BUTTON_SMALL, GATE_FIELD } from '@/app/sandbox/gate-button'
import { describeFault } from '@/lib/sandbox/describe-fault'
import { FAULT_KINDS } from '@/lib/sandbox/fault-kinds'
import type { listFaults } from '@/lib/sandbox/fault-orders'
import { FAULT_WORDS } from '../console-words'

type Faults = Awaited<ReturnType<typeof listFaults>>

/** Each option is of the kinds that its label names; one left empty has its default. */
const OPTIONS = [
  ['copies', '发几次（duplicate）', '2'],
  ['by', '晚多久（delay）', '2m'],
  ['field', '参数名（tamper）', '由种子决定'],
  ['value', '改成（tamper）', '末尾改一位'],
  ['milliseconds', '毫秒（slow）', '3000'],
  ['wait', '最多等（return-before-notify）', '30s'],
  ['how', '503 或 hang（verify-down）', '503'],
  ['says', 'true 或 false（verify-lies）', 'false'],
  ['code', '错误代码（refuse）', 'SYSTEM_ERROR'],
] as const

/** The faults ordered for this trade or for all, and the form to order one. */
export function FaultPanel({ number, faults }: { number: string; faults: Faults }) {
  return (
    <section aria-labelledby="faults-title" className="border border-gate-line bg-gate-card p-5">
      <h2 id="faults-title" className="font-semibold text-gate">
        故障
      </h2>
      <p className="mt-1 text-sm text-muted">
        让网关故意出错，看商户的程序能不能承受。真实的通知随后仍会到达。
      </p>
      <FaultList faults={faults} />
      <form action="/sandbox/api/faults" method="post" className="mt-4">
        <div className="grid grid-cols-[repeat(auto-fill,minmax(9rem,1fr))] items-end gap-2">
          <label className="text-sm">
            对谁
            <select name="trade" className={GATE_FIELD}>
              <option value={number}>这笔交易</option>
              <option value="">所有交易</option>
            </select>
          </label>
          <label className="text-sm sm:col-span-2">
            故障
            <select name="kind" className={GATE_FIELD}>
              {FAULT_KINDS.map((kind) => (
                <option key={kind} value={kind}>
                  {FAULT_WORDS[kind]}（{kind}）
                </option>
              ))}
            </select>
          </label>
          <Option name="times" label="次数" placeholder="1" />
          <Option name="chance" label="概率（0 到 1）" placeholder="1" />
          <Option name="seed" label="种子" placeholder="随机" />
        </div>
        <details className="mt-3">
          <summary className="cursor-pointer text-sm text-gate">各种故障自己的选项</summary>
          <div className="mt-2 grid grid-cols-[repeat(auto-fill,minmax(11rem,1fr))] items-end gap-2">
            {OPTIONS.map(([name, label, placeholder]) => (
              <Option key={name} name={name} label={label} placeholder={placeholder} />
            ))}
          </div>
        </details>
        <button className={`${GATE_BUTTON_SMALL} mt-3`}>加上这个故障</button>
      </form>
    </section>
  )
}

function FaultList({ faults }: { faults: Faults }) {
  if (faults.length === 0) return null
  return (
    <>
      <ul className="mt-3 space-y-2 text-sm">
        {faults.map(describeFault).map(({ id, trade, kind, times, chance, seed, done, ...options }) => (
          <li key={id} className="[overflow-wrap:anywhere]">
            {FAULT_WORDS[kind]}
            <code className="ml-1">
              {[kind, ...Object.entries(options).map((pair) => pair.join('='))].join(' ')}
            </code>
            <span className="ml-1 text-muted">
              {trade ? '这笔交易' : '所有交易'}，还有 {times} 次，概率 {chance}，种子 {seed}
              {done.length > 0 && `，已发生 ${done.length} 次，最近 ${done.at(-1)}`}
            </span>
          </li>
        ))}
      </ul>
      <form action="/sandbox/api/faults/clear" method="post" className="mt-2">
        <button className={GATE_BUTTON_SMALL}>去掉所有故障</button>
      </form>
    </>
  )
}

const Option = ({ name, label, placeholder }: { name: string; label: string; placeholder: string }) => (
  <label className="text-sm">
    {label}
    <input name={name} placeholder={placeholder} className={GATE_FIELD} />
  </label>
)
