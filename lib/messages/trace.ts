import type { GatewayCall, Notification } from '@/generated/shop/client'
import type { ReasonCode } from '../alipay/reason-codes'
import type { Bilingual } from '../dictionary'
import { db } from '../db'
import { type Moves, stateAfter } from './moves'

/** `buyer` is the buyer's browser. */
export type Party = 'buyer' | 'shop' | 'alipay'

/** One arrow. */
export interface TraceStep {
  from: Party
  to: Party
  /** What is sent, in words, and the protocol's name for it. */
  what: Bilingual
  word: string
  tone: 'plain' | 'good' | 'bad'
  /** False for what the shop cannot see: the form that the browser posts to the gateway. */
  seen: boolean
  /** The verdict, beside the arrow that ends the processing. */
  note?: string
}

/** A message with its questions and answers, together even where others came in between. */
export interface TraceGroup {
  key: string
  at: Date
  /** Equal groups in a row are folded into one: how many, and when the last was. */
  count: number
  until: Date
  /** The row that this is drawn from; null for the order itself. */
  source: { kind: 'notification' | 'call'; id: string } | null
  steps: TraceStep[]
}

export interface Trace {
  orderNo: string
  groups: TraceGroup[]
  /** Whether there is more than is shown. */
  truncated: boolean
}

type Message = Pick<
  Notification,
  | 'id'
  | 'channel'
  | 'receivedAt'
  | 'sign'
  | 'responseTxt'
  | 'verdict'
  | 'code'
  | 'detail'
  | 'notifyId'
  | 'tradeStatus'
  | keyof Moves
  | 'answer'
>
type Call = Pick<GatewayCall, 'id' | 'verb' | 'service' | 'sentAt' | 'outcome' | 'code' | 'detail'>

const MOST = 300

/**
 * What was sent about an order, when, and with what result, from the logs of messages and calls, oldest first. Contains no
 * sign and no parameter but the status.
 */
export async function traceOf(orderNo: string): Promise<Trace> {
  const [order, messages, calls] = await Promise.all([
    db().order.findUnique({ where: { orderNo }, select: { createdAt: true } }),
    db().notification.findMany({
      where: { orderNo },
      orderBy: [{ receivedAt: 'asc' }, { id: 'asc' }],
      take: MOST + 1,
      omit: { rawBytes: true, params: true, stringToSign: true, mysign: true },
    }),
    db().gatewayCall.findMany({
      where: { orderNo },
      orderBy: [{ sentAt: 'asc' }, { id: 'asc' }],
      take: MOST + 1,
      select: { id: true, verb: true, service: true, sentAt: true, outcome: true, code: true, detail: true },
    }),
  ])
  const groups = drawTrace(order?.createdAt ?? null, messages, calls)
  return {
    orderNo,
    groups: groups.slice(0, MOST),
    truncated: [groups, messages, calls].some(({ length }) => length > MOST),
  }
}

/** The groups in the order of time, repeats folded. Pure. */
export function drawTrace(createdAt: Date | null, messages: Message[], calls: Call[]): TraceGroup[] {
  const told = [
    ...messages.map((message) => ({
      group: groupOf(message.receivedAt, { kind: 'notification', id: message.id }, stepsOf(message)),
      fold: foldOf(message),
    })),
    ...calls.map((call) => ({
      group: groupOf(call.sentAt, { kind: 'call', id: call.id }, callSteps(call)),
      fold: [call.service, call.outcome, call.code, call.detail].join(),
    })),
  ]
  if (createdAt) told.unshift({ group: groupOf(createdAt, null, [ORDERED]), fold: '' })
  told.sort((a, b) => a.group.at.getTime() - b.group.at.getTime())

  const kept: typeof told = []
  for (const next of told) {
    const last = kept.at(-1)
    if (last?.fold && last.fold === next.fold) {
      last.group.count++
      last.group.until = next.group.at
    } else kept.push(next)
  }
  return kept.map(({ group }) => group)
}

const groupOf = (at: Date, source: TraceGroup['source'], steps: TraceStep[]): TraceGroup => ({
  key: source?.id ?? 'order',
  at,
  until: at,
  count: 1,
  source,
  steps,
})

/** Messages that agree in everything shown are folded. */
const foldOf = (message: Message) => {
  const { channel, notifyId, sign, responseTxt, verdict, code, detail, answer, tradeStatus } = message
  const shown = [channel, notifyId, sign, responseTxt, verdict, code, detail, answer, tradeStatus]
  return JSON.stringify([...shown, stateAfter(message)])
}

const step = (
  from: Party,
  to: Party,
  what: Bilingual,
  word: string,
  more: Partial<TraceStep> = {},
): TraceStep => ({ from, to, what, word, tone: 'plain', seen: true, ...more })

const ORDERED = step('buyer', 'shop', { zh: '下单', en: 'places the order' }, 'order')

const PROVED = {
  notify: { zh: '异步通知', en: 'notification' },
  return: { zh: '页面返回', en: 'return' },
}
const UNPROVED = {
  notify: { zh: '未证实的异步通知', en: 'unproved notification' },
  return: { zh: '未证实的页面返回', en: 'unproved return' },
}
const QUESTION: Bilingual = { zh: '是你发的吗', en: 'is this yours?' }
const REPLY: Bilingual = { zh: '验证结果', en: 'reply' }
const NO_REPLY: Bilingual = { zh: '没有问到', en: 'no reply' }
const ANSWER: Bilingual = { zh: '回答', en: 'answer' }
const TO_ORDER: Bilingual = { zh: '回订单页', en: 'to the order’s page' }
const READ: Bilingual = { zh: '读查询的回答', en: 'reads the answer' }
const RECHECK: Bilingual = { zh: '重新检查', en: 'recheck' }
const RESULT: Bilingual = { zh: '结果', en: 'result' }
const NO_ANSWER: Bilingual = { zh: '没有回答', en: 'no answer' }
const UNBELIEVABLE: Bilingual = { zh: '回答不可信', en: 'an answer not to be believed' }
const FORM: Bilingual = { zh: '付款表单', en: 'payment form' }
const POSTED: Bilingual = { zh: '浏览器提交表单', en: 'browser posts the form' }

function stepsOf(message: Message): TraceStep[] {
  const { channel, responseTxt, answer, verdict } = message
  const status = message.tradeStatus?.slice(0, 40) ?? ''
  const result: Pick<TraceStep, 'note' | 'tone'> = {
    note: noteOf(message),
    tone: verdict === 'applied' ? 'good' : BENIGN.has(verdict) ? 'plain' : 'bad',
  }
  // anybody may have sent an unproved one
  const came = responseTxt === 'true' || verdict === 'applied' || BENIGN.has(verdict) ? PROVED : UNPROVED
  const check = verifySteps(message)
  switch (channel) {
    case 'notify':
      return [
        step('alipay', 'shop', came.notify, status || 'notify_url'),
        ...check,
        step('shop', 'alipay', ANSWER, answer, result),
      ]
    case 'return':
      return [
        step('buyer', 'shop', came.return, status || 'return_url'),
        ...check,
        step('shop', 'buyer', TO_ORDER, answer, result),
      ]
    case 'query':
      return [step('shop', 'shop', READ, status || refundWord(message), result)]
    case 'recheck':
      return [...check, step('shop', 'shop', RECHECK, status, result)]
  }
}

/** What a believed answer without a status of the trade says: it is the open platform's, about a refund. */
const refundWord = ({ verdict }: Message) =>
  verdict === 'applied' || verdict === 'duplicate' ? 'REFUND_SUCCESS' : ''

const BENIGN = new Set(['duplicate', 'stale', 'no_news'])

function noteOf(message: Message): string {
  const after = stateAfter(message)
  return after === null ? message.verdict : `${message.verdict} → ${after}`
}

/** The question to notify_verify and its answer, or the code of why there was none, which may be the detail of another. */
function verifySteps({ responseTxt, code, detail }: Message): TraceStep[] {
  const why = [code, detail].find((word) => word !== null && NO_REPLY_CODES.has(word))
  if (responseTxt === null && !why) return []
  const question = step('shop', 'alipay', QUESTION, 'notify_verify')
  if (responseTxt === null) return [question, step('alipay', 'shop', NO_REPLY, why ?? '', { tone: 'bad' })]
  const tone = responseTxt === 'true' ? 'plain' : 'bad'
  const word = responseTxt.replace(/[^ -~]/g, '?').slice(0, 40) || '""'
  return [question, step('alipay', 'shop', REPLY, word, { tone })]
}

const NO_REPLY_CODES = new Set<string>([
  'no_connection',
  'http_status',
  'timeout',
  'answer_too_long',
] satisfies ReasonCode[])

const CALLS: Record<string, Bilingual> = {
  pay: { zh: '要付款码', en: 'asks for a code to pay by' },
  query: { zh: '查询交易', en: 'queries the trade' },
  ship: { zh: '确认发货', en: 'tells of the shipment' },
  close: { zh: '关闭交易', en: 'closes the trade' },
  refund: { zh: '退款', en: 'refunds' },
  refund_query: { zh: '查询退款', en: 'queries the refund' },
}

function callSteps({ verb, service, outcome, code, detail }: Call): TraceStep[] {
  const asked = CALLS[verb]
  if (!asked || (verb === 'pay' && outcome === null))
    return [
      step('shop', 'buyer', FORM, service),
      step('buyer', 'alipay', POSTED, 'gateway.do', { seen: false }),
    ]
  const question = step('shop', 'alipay', asked, service)
  if (outcome === null) return [question]
  const success = service.startsWith('alipay.') ? '10000' : 'T' // of the open platform, and of the old interface
  if (outcome === 'answered') return [question, step('alipay', 'shop', RESULT, success, { tone: 'good' })]
  const what = outcome === 'refused' ? RESULT : outcome === 'unreachable' ? NO_ANSWER : UNBELIEVABLE
  const word = [code, detail].filter(Boolean).join(' ').slice(0, 60)
  return [question, step('alipay', 'shop', what, word, { tone: 'bad' })]
}
