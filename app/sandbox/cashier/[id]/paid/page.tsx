import { notFound } from 'next/navigation'
import { RedirectAfter } from '@/app/sandbox/redirect-after'
import { formatYuan } from '@/lib/alipay/money'
import { findCashierTrade } from '@/lib/sandbox/find-trade'

const REDIRECT_SECONDS = 3

/** "You have paid" (docs/spec.md T4.3a): a link back to the shop, and by itself the redirect. */
export default async function PaidPage({ params }: PageProps<'/sandbox/cashier/[id]/paid'>) {
  const { id } = await params
  const trade = await findCashierTrade(id)
  if (!trade?.gmtPayment) notFound()
  const wayBack = trade.returns[0]?.url
  return (
    <section className="mx-auto max-w-xl border border-gate-line bg-gate-card p-8">
      {wayBack && <RedirectAfter seconds={REDIRECT_SECONDS} url={wayBack} />}
      <h1 className="text-xl font-semibold text-gate">
        您已成功付款 <span className="text-gate-price tabular-nums">{formatYuan(trade.totalFen)}</span> 元！
      </h1>
      <p className="mt-3">
        {wayBack ? (
          <>
            {REDIRECT_SECONDS} 秒后返回商户。如果页面还没有跳转，请
            <a href={wayBack} className="text-gate underline underline-offset-2">
              点此跳转回商户
            </a>
            。
          </>
        ) : (
          '商户没有给出返回地址，您可以关掉这个页面。'
        )}
      </p>
      <p className="mt-3 text-sm text-muted">
        {trade.instant ? '货款已经付给卖家。' : '货款由网关保管，等您确认收货后才付给卖家。'}交易号{' '}
        {trade.tradeNo}
      </p>
    </section>
  )
}
