import { formatYuan, parseSignedYuan } from '@/lib/alipay/money'
import type { FullTrade } from '@/lib/sandbox/find-trade'
import { requestOf } from '@/lib/sandbox/request-of'

const LOGISTICS: Record<string, string> = { POST: '平邮', EXPRESS: '快递', EMS: 'EMS', DIRECT: '无需物流' }
const BEARER: Record<string, string> = {
  SELLER_PAY: '卖家承担运费，运费不计入总价',
  BUYER_PAY: '买家承担运费，运费计入总价',
  BUYER_PAY_AFTER_RECEIVE: '货到付运费，运费不计入总价',
}

/** One logistics group of the request, in words; undefined where the request has none with this suffix. */
export function logisticsInWords(
  request: Readonly<Record<string, string>>,
  group: string,
): string | undefined {
  const type = request[`logistics_type${group}`]
  if (!type) return undefined
  const fee = formatYuan(parseSignedYuan(request[`logistics_fee${group}`] ?? '0') ?? 0)
  return `${LOGISTICS[type] ?? type} ${fee} 元（${BEARER[request[`logistics_payment${group}`] ?? ''] ?? ''}）`
}

/** What the cashier shows of a trade (docs/spec.md T4.2b). */
export function TradeSummary({ trade }: { trade: FullTrade }) {
  const request = requestOf(trade)
  const rows = [
    ['商户', request.seller_email ?? request.seller_id ?? trade.partner],
    ['商品名称', request.subject],
    ['商品描述', request.body ?? '（无）'],
    ['商品单价', `${request.price ?? formatYuan(trade.totalFen)} 元`],
    ['支付类型', '商品购买'],
    ['折扣', formatYuan(parseSignedYuan(request.discount ?? '0') ?? 0)],
    ['物流信息', logisticsInWords(request, trade.logisticsGroup) ?? '无需物流'],
    ['产品数量', request.quantity ?? '1'],
  ] as const
  return (
    <section aria-labelledby="goods-title" className="border border-gate-line bg-gate-card p-5">
      <h1 id="goods-title" className="text-lg font-semibold text-gate">
        确认商品信息
      </h1>
      <dl className="mt-3 grid grid-cols-[5.5rem_1fr] gap-y-1.5">
        {rows.map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-muted">{name}</dt>
            <dd className="[overflow-wrap:anywhere]">{value}</dd>
          </div>
        ))}
        <dt className="text-muted">总价</dt>
        <dd className="text-xl font-bold text-gate-price tabular-nums">{formatYuan(trade.totalFen)} 元</dd>
      </dl>
      {request.show_url && (
        <p className="mt-3 text-sm">
          <a href={request.show_url} className="text-gate underline underline-offset-2">
            商品详情
          </a>
        </p>
      )}
    </section>
  )
}
