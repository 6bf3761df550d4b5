/** Stand-in. */
export async function acceptPrice(orderNo: string, quotedFen: number): Promise<boolean> {
  return orderNo === '' && quotedFen > 0
}

/** Stand-in. */
export async function declinePrice(orderNo: string, quotedFen: number): Promise<boolean> {
  return orderNo === '' && quotedFen > 0
}
