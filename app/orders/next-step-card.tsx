import { yuan } from '@/app/ui/format'
import { gatewayPage } from './gateway-page'
import { type BuyersOrder, nextStepOfBuyer } from './next-step'

interface Props {
  order: BuyersOrder & {
    tradeNo: string | null
    totalFen: number
    quotedFen: number | null
    agreedFen: number | null
  }
}

/** What the buyer has to do next, and the way there. */
export function NextStepCard({ order }: Props) {
  const { zh, en, atGateway } = nextStepOfBuyer(order)
  const { tradeNo, totalFen, quotedFen, agreedFen } = order
  return (
    <section aria-label="下一步" className="mt-2 max-w-prose">
      <p>
        {zh}
        {atGateway && tradeNo && (
          <a href={gatewayPage(tradeNo)} className="ml-1 text-accent underline underline-offset-2">
            去支付宝
          </a>
        )}
      </p>
      <p lang="en" className="mt-1 text-sm text-muted">
        {en}
      </p>
      {quotedFen !== null && (
        <p className="card mt-3 border-l-4 border-l-warn p-4">
          支付宝上这笔交易的金额是 {yuan(quotedFen)}，下单时是 {yuan(totalFen)}
          。要等卖家确认这个金额，您的付款才算数； 付款前请和卖家核对。
        </p>
      )}
      {agreedFen !== null && agreedFen !== totalFen && (
        <p className="mt-2">卖家已把金额改为 {yuan(agreedFen)}。</p>
      )}
    </section>
  )
}
