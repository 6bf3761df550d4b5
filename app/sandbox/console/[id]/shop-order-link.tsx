import { wordsIn } from '@/lib/language'
import type { FullTrade } from '@/lib/sandbox/trade/find-trade'
import { sandboxState } from '@/lib/sandbox/state'
import { consoleWords } from '../console-words'

const PAGES = { buyer: '/orders', seller: '/merchant/orders' }

/** Leads to a party's page of the order in the shop of this server, where the trade is of that shop. */
export async function ShopOrderLink({ trade, party }: { trade: FullTrade; party: 'buyer' | 'seller' }) {
  const { hasShop, homePartner } = sandboxState()
  const { partner, outTradeNo } = trade
  // other programs may use the shop's account; its own order numbers have 24 digits
  if (!hasShop || partner !== homePartner || !/^\d{24}$/.test(outTradeNo)) return null
  const words = await wordsIn(consoleWords)
  return (
    <a href={`${PAGES[party]}/${outTradeNo}`} className="text-sm text-gate underline underline-offset-2">
      {words.shopOrder[party]}
    </a>
  )
}
