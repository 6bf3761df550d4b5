import { isRefundStatus, isTradeStatus, REFUND_STATUSES, TRADE_STATUSES } from '@/lib/alipay/status'
import type { Language } from '@/lib/dictionary'
import { language } from '@/lib/language'
import { consoleWords } from './console-words'

interface Statuses {
  tradeStatus: string | null
  refundStatus: string | null
}

/** A trade's state in words, and beside them the protocol's names for it. */
export async function TradeState({ tradeStatus, refundStatus }: Statuses) {
  const spoken = await language()
  return (
    <>
      {tradeStatus ? stateInWords({ tradeStatus, refundStatus }, spoken) : consoleWords[spoken].notLoggedIn}{' '}
      <code translate="no" className="text-xs text-muted [overflow-wrap:anywhere]">
        {[tradeStatus, refundStatus].filter(Boolean).join(' + ')}
      </code>
    </>
  )
}

function stateInWords({ tradeStatus, refundStatus }: Statuses, language: Language): string {
  const { comma } = consoleWords[language]
  const trade = tradeStatus && isTradeStatus(tradeStatus) && TRADE_STATUSES[tradeStatus][language]
  const refund = refundStatus && isRefundStatus(refundStatus) && REFUND_STATUSES[refundStatus][language]
  const words = [trade, refund].filter(Boolean).join(comma)
  return words.charAt(0).toUpperCase() + words.slice(1)
}
