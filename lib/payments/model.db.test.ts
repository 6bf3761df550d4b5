import fc from 'fast-check'
import { afterAll, beforeAll, inject, it } from 'vitest'
import { type StubGateway, stubGateway } from '../messages/testing/stub-gateway'
import { acceptPrice, declinePrice } from '../orders/change-order'
import { runEffects } from '../orders/outbox'
import { closeOrder } from './close-order'
import { queryTrade } from './query-trade'
import { shipOrder } from './ship-order'
import { type GatewayState, ModelGateway, type Step, STEPS } from './testing/model-gateway'
import { ModelShop, orderedGoods, PRICE_FEN, tally } from './testing/model-shop'

let stub: StubGateway
beforeAll(async () => {
  stub = await stubGateway()
  await runEffects([]) // marks the events of other tests as handled
})
afterAll(() => stub.close())

type Command = fc.AsyncCommand<ModelGateway, ModelShop>

const command = (
  name: string,
  run: (truth: ModelGateway, shop: ModelShop) => Promise<unknown> | void,
  check: (truth: ModelGateway) => boolean = () => true,
): Command => ({
  check,
  run: async (truth, shop) => void (await run(truth, shop)),
  toString: () => name,
})

const index = fc.nat(40)
const which = fc.nat(1)
/** One of those there are. */
const at = <T>(list: readonly T[], position: number): T | undefined => list[position % list.length]

const buyerLogsIn = fc.constant(
  command(
    'buyer logs in',
    (truth) => truth.logIn(),
    ({ trades }) => trades.length === 0,
  ),
)
const secondTrade = fc.nat(5).map((chance) =>
  command(
    'second trade',
    (truth) => truth.logIn(),
    ({ trades }) => chance === 0 && trades.length === 1,
  ),
)
const prices = fc.constantFrom(PRICE_FEN, 700, 1_300)
/** One of the steps that the trade's state allows, most often towards its end. */
const WEIGHTED: Step[] = [...STEPS, 'pay', 'pay', 'pay', 'pay', 'ship', 'confirm', 'agree']
const step = fc.tuple(fc.nat(1_000), which, prices).map(([choice, trade, fen]) => {
  let name = `step ${choice}`
  return {
    check: (truth: ModelGateway) => WEIGHTED.some((one) => truth.may(one, at(truth.trades, trade))),
    run: async (truth: ModelGateway) => {
      const allowed = WEIGHTED.filter((one) => truth.may(one, at(truth.trades, trade)))
      const chosen = at(allowed, choice)
      if (!chosen) return
      truth.take(chosen, at(truth.trades, trade), fen)
      name = `${chosen} ${trade}${chosen === 'changePrice' ? ` ${fen}` : ''}`
    },
    toString: () => name,
  }
})
const channel = fc.constantFrom('notify' as const, 'notify' as const, 'return' as const)
const isSent = ({ sent }: ModelGateway) => sent.length > 0
const deliver = fc.tuple(fc.array(index, { minLength: 1, maxLength: 4 }), channel).map(([positions, by]) =>
  command(
    `deliver at once ${positions.join(' ')} by ${by}`,
    (truth, shop) =>
      Promise.all(
        positions.map(async (position) => {
          const sent = at(truth.sent, position)
          if (sent) await shop.receive(sent, by, truth)
        }),
      ),
    isSent,
  ),
)
const forge = index.map((position) =>
  command(
    `forge ${position}`,
    async (truth, shop) => {
      const sent = at(truth.sent, position)
      if (sent) await shop.receiveForged(sent)
    },
    isSent,
  ),
)
const query = fc.constant(command('query', (_truth, shop) => queryTrade(shop.order.orderNo, shop.gateway)))
const shipment = { transportType: 'EXPRESS', logisticsName: '顺丰速运', invoiceNo: '1' } as const
const ship = fc.constant(
  command('ship in the shop', async (_truth, shop) => shipOrder(await shop.now(), shipment, shop.gateway)),
)
const close = fc.nat(4).map((chance) =>
  command(
    'close in the shop',
    async (_truth, shop) => {
      await closeOrder(await shop.now(), shop.gateway)
      const { tradeNo, stage } = await shop.now()
      if (stage === 'closed' && tradeNo === null) shop.isClosedAlone = true
    },
    () => chance === 0, // it ends most of what could follow
  ),
)
const price = fc.boolean().map((accepts) =>
  command(accepts ? 'accept the price' : 'decline the price', async (_truth, shop) => {
    const { orderNo, quotedFen } = await shop.now()
    if (quotedFen === null) return
    if (accepts) return acceptPrice(orderNo, quotedFen)
    shop.declined.add(quotedFen)
    return declinePrice(orderNo, quotedFen)
  }),
)
const work = fc.constant(command('run effects', (_truth, shop) => shop.runEffects()))
const state = fc.constantFrom<GatewayState>('up', 'up', 'down', 'mute').map((now) =>
  command(`gateway ${now}`, (truth) => {
    truth.state = now
  }),
)

const commands = fc.commands(
  [buyerLogsIn, step, step, step, step, deliver, deliver, deliver, forge, query, ship, close, price, work, state, secondTrade],
  { maxCommands: 40, size: 'max' },
) // prettier-ignore

const circumstances = fc.record({
  isVirtual: fc.boolean(),
  isLoggedIn: fc.nat(7).map((chance) => chance > 0),
  /** The order in which the last messages come. */
  stride: fc.integer({ min: 1, max: 100 }),
})

it(
  '[T3.4b] [T5.4] Whatever buyer, seller, gateway and network do, the order ends as its trade did, and no payment is lost',
  { timeout: 7_200_000 },
  async () => {
    const asked = inject('model')
    const started = performance.now()
    await fc.assert(
      fc.asyncProperty(commands, circumstances, async (steps, { isVirtual, isLoggedIn, stride }) => {
        const { order, variant } = await orderedGoods(isVirtual)
        const truth = new ModelGateway(order, stub.account)
        const shop = new ModelShop(order, variant, stub.ours)
        stub.answer = (url) => truth.verify(url.searchParams.get('notify_id'))
        stub.service = (fields) => truth.serve(fields)
        if (isLoggedIn) truth.logIn()
        await fc.asyncModelRun(() => ({ model: truth, real: shop }), steps)
        await shop.settle(truth, stride)
        await shop.expectTruth(truth)
      }),
      asked ?? { numRuns: 60 },
    )
    if (!asked) return
    const seconds = Math.round((performance.now() - started) / 1000)
    const counts = [...tally].toSorted(([, a], [, b]) => b - a).map(([what, times]) => `${times} ${what}`)
    console.log(`${asked.numRuns} runs, seed ${asked.seed}, ${seconds} s\n${counts.join('\n')}`)
  },
)
