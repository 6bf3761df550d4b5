import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { Order } from '@/generated/shop/client'
import type { Claim, Gateway, GatewayRequest, Verb } from '../../gateway/gateway'
import { NO_OPEN_REFUND } from '../../orders/transitions'

interface Trade {
  order: Order
  /** By number, in fen. */
  refunds: Map<string, number>
}

/**
 * A gateway of the open kind over real HTTP: it knows nothing of goods, and refunds. Its words are JSON without signs, as a
 * test of the shop's side needs no more.
 */
export async function refundingGateway() {
  const trades: Trade[] = []
  /** The calls so far, by verb. */
  const asked: Record<string, string>[] = []
  const faults: ('lose_answer' | 'unreachable' | `refuse ${string}` | 'say_nothing' | 'other_order')[] = []
  const server = createServer(async (request, response) => {
    const fields: Record<string, string> = JSON.parse(
      new URLSearchParams(await text(request)).get('is') ?? '',
    )
    asked.push(fields)
    const fault = faults[0]
    if (fault === 'unreachable') return response.writeHead(503).end()
    const answer = answerTo(fields, fault)
    if (fault === 'lose_answer' && fields.verb === 'refund') return response.writeHead(503).end()
    response.end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo

  function answerTo(fields: Record<string, string>, fault?: string): Record<string, string> {
    const trade = trades.find(({ order }) => order.orderNo === fields.orderNo)
    if (!trade) return { refused: 'TRADE_NOT_EXIST' }
    if (fault?.startsWith('refuse ') && fields.verb === 'refund') return { refused: fault.slice(7) }
    const { no = '' } = fields
    const known = trade.refunds.get(no)
    if (fields.verb === 'refund') {
      if (known !== undefined && known !== Number(fields.fen)) return { refused: 'DISCORDANT_REPEAT_REQUEST' }
      if (fault !== 'say_nothing') trade.refunds.set(no, Number(fields.fen))
      return { orderNo: fields.orderNo ?? '', total: String(refundedFen(trade)) }
    }
    if (known === undefined) return {}
    const orderNo = fault === 'other_order' ? 'other' : (fields.orderNo ?? '')
    return { orderNo, no, made: String(known) }
  }

  const requestOf = (verb: Verb, is: Record<string, string>): GatewayRequest => ({
    ...{ verb, service: `test.${verb}`, action: `http://127.0.0.1:${port}/`, charset: 'utf-8' },
    fields: new Map([['is', JSON.stringify({ verb, ...is })]]),
  })
  const gateway: Gateway = {
    name: 'open',
    charset: 'utf-8',
    host: 'gateway.example',
    refusals: () => [],
    pay: ({ orderNo }) => requestOf('pay', { orderNo }),
    query: ({ orderNo }) => requestOf('query', { orderNo }),
    close: ({ orderNo }) => requestOf('close', { orderNo }),
    ship: null,
    refund: ({ orderNo }, { no, fen }) => requestOf('refund', { orderNo, no, fen: String(fen) }),
    refundQuery: ({ orderNo }, no) => requestOf('refund_query', { orderNo, no }),
    readMessage: () => ({ kind: 'malformed', code: 'no_parameters' }),
    readAnswer(bytes) {
      const signedText = Buffer.from(bytes).toString()
      const { refused, ...said } = JSON.parse(signedText) as Record<string, string>
      if (refused) return { kind: 'refused', code: refused }
      const params = new Map(Object.entries(said))
      const message = { params, unreadable: [], signedText, sign: '', mysign: '' }
      return { kind: 'answered', message: { kind: 'signed', ...message } }
    },
    confirm: null,
    claim(params) {
      const orderNo = params.get('orderNo') ?? ''
      const order = trades.find((trade) => trade.order.orderNo === orderNo)?.order
      const made = params.get('made')
      const none = { refundStatus: null, unknown: null, refundAt: null, paidAt: null, sent: false }
      const refund = { ...NO_OPEN_REFUND, refundNo: params.get('no') ?? null, refundFen: Number(made) }
      const claim: Claim = {
        ...{ orderNo, tradeNo: order?.tradeNo ?? '', totalFen: order?.totalFen ?? null, money: null },
        ...{ total: '', buyerEmail: null, at: null, told: null, sellerEmailChanged: false },
        news: { tradeStatus: null, ...none, ...(made === undefined ? NO_OPEN_REFUND : refund) },
      }
      return { ok: true, claim }
    },
    amount: () => ({ kind: 'right', quote: null }),
    errorHelp: () => undefined,
  }

  return {
    ours: gateway,
    asked,
    /** The first one is in force at every call, until it is taken away. */
    faults,
    /** The gateway has the money of this order. */
    knows: (order: Order) => void trades.push({ order, refunds: new Map() }),
    /** What went back of an order, in fen. */
    refunded: (order: Order) =>
      trades
        .filter((trade) => trade.order.id === order.id)
        .reduce((sum, trade) => sum + refundedFen(trade), 0),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  }
}

const refundedFen = ({ refunds }: Trade) => [...refunds.values()].reduce((sum, fen) => sum + fen, 0)
