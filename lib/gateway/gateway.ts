import type { Order } from '@/generated/shop/client'
import type { Verdict } from '@/generated/shop/enums'
import type { Charset } from '../alipay/charset'
import type { ErrorHelp } from '../alipay/error-help'
import type { AskOptions } from '../alipay/http'
import type { Message } from '../alipay/message'
import type { Params } from '../alipay/params'
import type { Reason } from '../alipay/reason-codes'
import type { Refusal } from '../alipay/refusal'
import type { SignedRequest } from '../alipay/signed-request'
import type { OrderDraft } from '../orders/create-order'
import type { Receiver } from '../orders/receiver'
import type { ShippedOrder, Shipping } from '../orders/shipping'
import type { Told } from '../orders/told'
import type { GatewayName, News } from '../orders/transitions'

/**
 * The payment interface of the shop: how requests are signed, and what messages and answers say. Made from settings alone;
 * knows no database, and does no I/O but `confirm`. lib/payments sends what it signs, lib/messages applies what it reads.
 */
export interface Gateway {
  readonly name: GatewayName
  readonly charset: Charset
  /** The sender of an answer, for its log entry. */
  readonly host: string

  /** All that the gateway would refuse of an order that is still to be made (spec.md F10). */
  refusals(draft: Omit<OrderDraft, 'buyerId'>): Refusal[]
  /**
   * The form for the buyer's browser, or a call whose answer holds a code to scan. Throws RequestRefusedError for an order
   * that the gateway would refuse.
   */
  pay(order: PayableOrder, device?: Device): GatewayRequest
  query(trade: NamedTrade): GatewayRequest
  close(trade: NamedTrade): GatewayRequest
  /** Null where the gateway knows nothing of goods, and the shop ships by itself. */
  ship: ((tradeNo: string, shipment: Shipment) => GatewayRequest) | null
  /** Null where buyer and seller settle refunds at the gateway. */
  refund: ((trade: NamedTrade, refund: RefundRequest) => GatewayRequest) | null
  refundQuery: ((trade: NamedTrade, refundNo: string) => GatewayRequest) | null

  /** Reads a notification's body or a return's raw query. */
  readMessage(bytes: Uint8Array): Message
  /** Reads the answer to a request, which has to be about what was `asked`; without it, that of a logged query. */
  readAnswer(bytes: Uint8Array, verb: Verb, asked?: Asked): Answer
  /** Asks the gateway whether it sent the message with this id. Never throws. Null where the signature alone proves it. */
  confirm:
    ((notifyId: string, options: Pick<AskOptions, 'fetch' | 'timeoutMs'>) => Promise<Confirmation>) | null
  /** What a signed message says, in the shop's words. Only a message names its kind (notify_type). */
  claim(params: Params, source: 'message' | 'answer'): ReadClaim
  /** Whether a claim is about the order's amount, or another that the merchant may decide on. */
  amount(claim: Claim, order: Order): Amount

  /** Help for an error code of the gateway; undefined if the code is unknown. */
  errorHelp(code: string): ErrorHelp | undefined
}

/** What a request is for, in the shop's word; its `service` is the gateway's word. */
export type Verb = 'pay' | 'query' | 'close' | 'ship' | 'refund' | 'refund_query'

/** What the buyer pays on. */
export type Device = 'desktop' | 'phone'

/** `no` (out_request_no) makes it one refund, however often it is sent. */
export interface RefundRequest {
  no: string
  fen: number
  reason: string
}

export interface GatewayRequest extends SignedRequest {
  verb: Verb
  service: string
  /** The refund that it is about. */
  refundNo?: string
  /** A payment that is no form for the browser, but a call whose answer holds a code to scan. */
  byCode?: boolean
}

/** A trade by the shop's number, and by the gateway's where it is known. */
export type NamedTrade = Pick<Order, 'orderNo' | 'tradeNo'>

/** What a request was about. */
export type Asked = NamedTrade & Pick<GatewayRequest, 'refundNo'>

export type PayableOrder = Pick<Order, 'orderNo' | 'subject' | 'body' | 'totalFen'> &
  Partial<Pick<Order, 'stockHeld' | 'createdAt'>> &
  ShippedOrder &
  Partial<Receiver>

/** How the goods go: at most 64 characters for the carrier and 32 for the waybill (docs/protocol.md 2.6). */
export interface Shipment {
  transportType: Shipping['type']
  logisticsName: string
  invoiceNo: string | null
}

/** `message` is the evidence: signed where there is data, and null where the answer says only that it is done. */
export type Answer =
  | { kind: 'answered'; message: Extract<Message, { kind: 'signed' }> | null }
  | { kind: 'refused'; code: string; message?: undefined }
  /** The gateway does not know (`gateway_unsure`): it may have been done, and only a query tells. */
  | (Reason & { kind: 'unreachable'; message?: undefined })
  | (Reason & { kind: 'unbelievable'; message: Extract<Message, { kind: 'bad_sign' }> | null })

/** `word` is what the gateway said, if anything. */
export type Confirmation = { word: string | null } & (
  { kind: 'confirmed' } | (Reason & { kind: 'denied' | 'not_asked' })
)

/** What a message says of the buyer's money, also where the message is refused. */
export interface MoneyClaim {
  orderNo: string
  tradeNo: string
  /** In fen; null: the message names no amount. */
  totalFen: number | null
  /** `back`: refunded. */
  money: 'paid' | 'back' | null
}

export interface Claim extends MoneyClaim {
  /** The amount as it came, in yuan. */
  total: string
  buyerEmail: string | null
  /** When the gateway said so. */
  at: Date | null
  news: News
  told: Told | null
  /** Another e-mail of this shop than the settings have, and one that can be read. */
  sellerEmailChanged: boolean
  /** Of escrow alone: the way of shipping, its fee in fen (-1: not an amount), and whether the parts make up the total. */
  escrow?: { way: string | null; feeFen: number | null; hasRightParts: boolean }
}

export type ReadClaim =
  { ok: true; claim: Claim } | (Reason & { ok: false; verdict: Verdict; claim: MoneyClaim })

/** `paidAt`: a payment of the order's own trade at a price that the merchant has not agreed to. */
export type Amount =
  { kind: 'right'; quote: Quote<number | null> | null } | (Reason & { kind: 'wrong'; paidAt?: Quote<number> })

/** The gateway's price for an order, and since when; null: the order's own again. */
export interface Quote<Fen> {
  quotedFen: Fen
  quotedAt: Date
}
