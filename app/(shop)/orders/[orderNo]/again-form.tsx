import { SubmitButton } from '@/app/ui/submit-button'
import { wordsIn } from '@/lib/language'
import { orderPageWords } from '../order-page-words'

interface Props {
  orderNo: string
  className: string
  /** Names the order, where several have this button. */
  isNamed?: boolean
}

/** Puts the goods of an order into the cart once more. */
export async function AgainForm({ orderNo, className, isNamed = false }: Props) {
  const words = await wordsIn(orderPageWords)
  return (
    <form action={`/orders/${orderNo}/again`} method="post">
      <SubmitButton
        className={className}
        pending={words.adding}
        aria-label={isNamed ? words.of(words.buyAgain, orderNo) : undefined}
      >
        {words.buyAgain}
      </SubmitButton>
    </form>
  )
}
