/** Whether this is a dotted IPv4 address outside the private ranges. */
export function isPublicAddress(address: string): boolean {
  const parts = /^\d{1,3}(\.\d{1,3}){3}$/.test(address) ? address.split('.').map(Number) : []
  if (parts.length !== 4 || parts.some((part) => part > 255)) return false
  return !/^(0|10|127|192\.168|172\.(1[6-9]|2\d|3[01])|169\.254)\./.test(address)
}
