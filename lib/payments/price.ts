/** Stand-in. */
export async function acceptPrice(orderNo: string): Promise<boolean> {
  return orderNo === ''
}

/** Stand-in. */
export async function declinePrice(orderNo: string): Promise<boolean> {
  return orderNo === ''
}
