/** The statuses that an order went through, each machine for itself, from the transitions in its log. */
export function statePath(transitions: string[]): { trade: string[]; refund: string[] } {
  const trade: string[] = []
  const refund: string[] = []
  for (const transition of transitions) {
    // a changed price may follow: `A -> B, price 1.00 -> 0.50`
    const [tradeStatus, refundStatus] = (/ -> ([^,]*)/.exec(transition)?.[1] ?? '').split(' + ')
    if (tradeStatus && tradeStatus !== 'none' && trade.at(-1) !== tradeStatus) trade.push(tradeStatus)
    if (refundStatus && refund.at(-1) !== refundStatus) refund.push(refundStatus)
  }
  return { trade, refund }
}
