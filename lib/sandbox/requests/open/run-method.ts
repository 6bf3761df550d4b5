import { takeLostAnswer, takeRefusal } from '../../faults/faults'
import type { ServerMethod } from '../../merchants/methods'
import { BY_FAULT } from '../refusal'
import type { AuthenticCall, CallRefusal } from './authenticate'
import { type MethodAnswer, SERVER } from './server-methods'

/** Refuses a correct request where a fault says so. A code without a family is one of the trade family. */
export async function injectRefusal<Call extends AuthenticCall>(call: Call): Promise<Call | CallRefusal> {
  const code = await takeRefusal(call.biz.out_trade_no, call.biz.trade_no)
  return code ? { kind: 'refused', code: code.includes('.') ? code : `ACQ.${code}`, reason: BY_FAULT } : call
}

/** Runs a method of a merchant's server. `lost`: it was done, and a fault keeps the answer back. */
export async function runServerMethod(
  method: ServerMethod,
  call: AuthenticCall,
): Promise<MethodAnswer | { kind: 'lost' }> {
  const done = await SERVER[method](call)
  const isLost =
    done.kind === 'told' && (await takeLostAnswer(method, call.biz.out_trade_no, call.biz.trade_no))
  return isLost ? { kind: 'lost' } : done
}
