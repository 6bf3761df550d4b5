import { reasonOf } from './reason-of'

/** Error codes of a connection that the other side has closed. */
const CLOSED = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/**
 * `fetch` for questions that change nothing, so that asking twice does no harm: asks at once a second time where the
 * connection was closed before an answer began, as happens to a kept-alive connection that the other side gives up.
 * Not for send_goods_confirm_by_platform or close_trade, which may have arrived all the same.
 */
export function withSecondTry(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
  return async (input, init) => {
    try {
      return await fetch(input, init)
    } catch (error) {
      if (!CLOSED.has(reasonOf(error))) throw error
      return fetch(input, init)
    }
  }
}
