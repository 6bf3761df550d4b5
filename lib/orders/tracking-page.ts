interface Carrier {
  /** What merchants call it, in lower case. */
  names: RegExp
  /** The carrier's own page; a waybill number is appended where `hasWaybill`, and otherwise typed in there. */
  page: string
  hasWaybill: boolean
}

const withWaybill = (names: RegExp, page: string): Carrier => ({ names, page, hasWaybill: true })
const without = (names: RegExp, page: string): Carrier => ({ names, page, hasWaybill: false })

const CARRIERS: readonly Carrier[] = [
  withWaybill(/顺丰|shun ?feng|\bsf\b/, 'https://www.sf-express.com/chn/sc/waybill/waybill-detail/'),
  withWaybill(/中通|zhong ?tong|\bzto\b/, 'https://www.zto.com/express/expressCheck.html?txtBill='),
  withWaybill(/京东|jing ?dong|\bjdl?\b/, 'https://www.jdl.com/orderSearch/?waybillCodes='),
  withWaybill(/邮政|\bems\b|china post/, 'https://www.ems.com.cn/queryList?mailNum='),
  without(/圆通|yuan ?tong|\byto\b/, 'https://www.yto.net.cn/'),
  without(/韵达|yun ?da\b|\byd\b/, 'https://www.yundaex.com/'),
  without(/申通|shen ?tong|\bsto\b/, 'https://www.sto.cn/'),
  without(/极兔|j&t|\bjt\b|jtexpress/, 'https://www.jtexpress.cn/'),
  without(/德邦|de ?bang|deppon/, 'https://www.deppon.com/'),
]

/** What a waybill number is made of; anything else is in no address. */
const WAYBILL = /^[A-Za-z\d-]{6,32}$/

/**
 * The carrier's own page on which a parcel is followed, by the carrier's name as the merchant typed it; undefined for a
 * carrier that is not known, and without a number.
 */
export function trackingPage(
  carrier: string | null,
  waybill: string | null,
): { address: string; hasWaybill: boolean } | undefined {
  const number = waybill?.replace(/\s/g, '') ?? ''
  if (!carrier || !WAYBILL.test(number)) return undefined
  const name = carrier.normalize('NFKC').toLowerCase()
  const found = CARRIERS.find(({ names }) => names.test(name))
  if (!found) return undefined
  const { page, hasWaybill } = found
  return { address: hasWaybill ? page + number : page, hasWaybill }
}
