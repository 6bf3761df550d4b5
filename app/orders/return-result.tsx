import { findReturn } from '@/lib/payments/order-log'
import { CheckValues } from './check-values'
import { VERDICT_WORDS } from './order-words'

const WHY: Record<string, string> = {
  bad_sign: '可能是安全校验码不一致、编码不一致，或者地址在路上被改过。',
  bad_source: '返回地址一分钟内有效，过了就会这样；也可能是合作身份者 ID 不对，或者连不上网关。',
  bad_amount: '返回的金额不是这个订单的金额。',
  bad_seller: '返回数据里的卖家不是本店的支付宝账号。',
  bad_trade_no: '返回数据里的交易号属于另一笔交易。',
  unknown_order: '返回数据里的订单号不是本店的。',
  malformed: '返回的数据不完整，或者编码与配置的不同。',
  illegal: '返回的状态不在交易的规则里。',
  error: '本店处理时出了错。付款如果成功，稍后的异步通知会更新订单。',
}

const VERIFIED: Record<string, string> = {
  applied: '订单按返回的数据更新了。',
  duplicate: '异步通知先到，订单在此之前已经更新。',
  stale: '订单已经走到了更后面的状态。',
}

/** The returned data and the result of its verification (docs/spec.md T4.3b). The order itself is told elsewhere on the page. */
export async function ReturnResult({ id }: { id: string }) {
  const row = await findReturn(id)
  if (!row) return null
  const why = WHY[row.verdict]
  const params = row.params && typeof row.params === 'object' ? Object.entries(row.params) : []
  return (
    <section
      aria-labelledby="return-title"
      className={`card mt-6 border-l-4 p-5 ${why ? 'border-l-bad' : 'border-l-accent'}`}
    >
      <h2 id="return-title" className="text-lg font-medium">
        {why ? '页面返回：验证失败' : '页面返回：验证成功'}
      </h2>
      <p className="mt-1">
        {why ? `${VERDICT_WORDS[row.verdict]}。${why}订单没有因此改变。` : VERIFIED[row.verdict]}
      </p>
      <CheckValues row={row} />
      {params.length > 0 && (
        <details className="mt-4">
          <summary className="cursor-pointer text-accent underline underline-offset-2">
            返回的数据（{params.length} 个参数）
          </summary>
          <dl className="mt-3 grid gap-x-4 gap-y-1 text-sm sm:grid-cols-[12rem_1fr]">
            {params.map(([name, value]) => (
              <div key={name} className="contents">
                <dt className="font-mono text-muted">{name}</dt>
                <dd className="break-all">{String(value)}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </section>
  )
}
