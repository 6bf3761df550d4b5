import type { Authentic } from './authenticate'
import type { ServiceAnswer } from './service-answer'
import { closeTrade } from './close-trade'
import { sendGoods } from './send-goods'
import { singleTradeQuery } from './single-trade-query'

const SERVICES: Record<string, (request: Authentic) => Promise<ServiceAnswer>> = {
  send_goods_confirm_by_platform: sendGoods,
  close_trade: closeTrade,
  single_trade_query: singleTradeQuery,
}

/** What an authentic request from a shop's server is answered (protocol.md 2.6 to 2.8). */
export async function answerService(request: Authentic): Promise<ServiceAnswer> {
  const answer = SERVICES[request.service]
  if (!answer) throw new Error(`${request.service} is no service for servers`)
  return answer(request)
}
