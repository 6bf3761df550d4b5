import type { GatewayCall, Prisma } from '@/generated/shop/client'
import { callService } from '../alipay/call-service'
import { readXmlAnswer, type XmlAnswer } from '../alipay/partner/read-xml-answer'
import type { Account, SignedRequest } from '../alipay/partner/request'
import { reasonInWords } from '../alipay/reason-words'
import { db } from '../db'
import { logResult } from '../log'
import { noteHandedOver } from '../orders/enquiry'

/** Long enough for a slow gateway, short enough for a merchant who waits for the page. */
const TIMEOUT_MS = 15_000

export type CallAnswer =
  (ReturnType<typeof withReason> & { bytes: Uint8Array<ArrayBuffer> }) | { kind: 'none'; reason: string }

/** Asks the gateway from server to server, and keeps what was sent and what came back with the order. */
export async function callGateway(
  orderNo: string,
  request: SignedRequest,
  account: Account,
  timeoutMs = TIMEOUT_MS,
): Promise<CallAnswer> {
  const sentAt = new Date()
  const started = performance.now()
  const received = await callService(request, fetch, timeoutMs)
  const bytes = received.kind === 'answer' ? received.bytes : null
  const answer: CallAnswer =
    received.kind === 'answer'
      ? { ...withReason(readXmlAnswer(received.bytes, account.key)), bytes: received.bytes }
      : received
  const milliseconds = Math.round(performance.now() - started)
  const result = resultOf(answer)
  await keep(orderNo, request, { sentAt, answer: bytes, result, milliseconds })
  logResult('gateway called', { orderNo, service: request.fields.get('service'), result, milliseconds })
  return answer
}

/** Notes that a payment form was handed to the buyer's browser; what the browser does with it nobody tells us. */
export async function noteHandOver(orderNo: string, request: SignedRequest): Promise<void> {
  await noteHandedOver(orderNo)
  await keep(orderNo, request, { sentAt: new Date() })
}

/** The latest 100 calls about an order, newest first. */
export function listCalls(orderNo: string): Promise<GatewayCall[]> {
  const orderBy = [{ sentAt: 'desc' as const }, { id: 'desc' as const }]
  return db().gatewayCall.findMany({ where: { orderNo }, orderBy, take: 100 })
}

async function keep(
  orderNo: string,
  { fields }: SignedRequest,
  rest: Pick<Prisma.GatewayCallCreateInput, 'sentAt' | 'answer' | 'result' | 'milliseconds'>,
) {
  const service = fields.get('service') ?? ''
  await db().gatewayCall.create({ data: { orderNo, service, params: Object.fromEntries(fields), ...rest } })
}

const withReason = (answer: XmlAnswer) =>
  answer.kind === 'malformed' || answer.kind === 'bad_sign'
    ? { ...answer, reason: reasonInWords(answer, 'en') }
    : answer

/** T, the gateway's error code, or in parentheses why there was no answer to believe. */
function resultOf(answer: CallAnswer): string {
  if (answer.kind === 'signed' || answer.kind === 'done') return 'T'
  if (answer.kind === 'refused') return answer.code
  return `(${answer.reason})`
}
