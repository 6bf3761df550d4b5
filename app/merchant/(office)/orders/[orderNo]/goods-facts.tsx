import { GoodsList } from '@/app/(shop)/orders/goods-list'
import { yuan } from '@/app/ui/format'
import { wordsIn } from '@/lib/language'
import type { FullOrder } from '@/lib/orders/find-orders'
import { Fact, Facts } from './facts'
import { merchantOrderWords } from './merchant-order-words'

/** The goods and all amounts. */
export async function GoodsFacts({ order }: { order: FullOrder }) {
  const words = await wordsIn(merchantOrderWords)
  return (
    <Facts title={words.goods}>
      <div className="mt-4">
        <GoodsList items={order.items} />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 border-t border-line pt-3">
        <Fact name={words.postage(order.postagePayer === 'BUYER')}>{yuan(order.postageFen)}</Fact>
        <Fact name={words.total}>
          <strong className="font-semibold">{yuan(order.totalFen)}</strong>
        </Fact>
        {order.quotedFen !== null && <Fact name={words.quoted}>{yuan(order.quotedFen)}</Fact>}
        {order.agreedFen !== null && <Fact name={words.agreed}>{yuan(order.agreedFen)}</Fact>}
        <Fact name={words.paid}>{order.paidFen === null ? '—' : yuan(order.paidFen)}</Fact>
        {order.body && (
          <Fact name={words.remark}>
            <span translate="no">{order.body}</span>
          </Fact>
        )}
      </dl>
    </Facts>
  )
}
