import { once } from 'node:events'
import { Agent, createServer, request, type ServerResponse } from 'node:http'
import { text } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'
import type { Message } from './messages'

/** How notify_verify answers. A lie is never `true`. */
export type Mood = 'well' | 'down' | 'slow' | 'lying'

const LIES = ['false', 'invalid', 'TRUE', ' true', 'tru', '', '<html>true</html>']

/** Milliseconds after which the gateway gives up a notification. */
const PATIENCE_MS = 10_000
/** Notifications and returns under way at once. */
const AT_ONCE = 64
/** Milliseconds of the backoff: from the first to the longest wait. */
const BACKOFF_MS = [200, 3_000] as const

/** Longer than any outage, with the backoff. */
const LAST_ATTEMPT = 20

const FORM = { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' }
const BROKEN = 'connection broken'

export type Gateway = Awaited<ReturnType<typeof openGateway>>

/**
 * Sends messages until each copy of a notification is answered `success`, and says `true` to the notify_ids that are its
 * own, until it has received `success` for them (docs/protocol.md 5.5).
 */
export async function openGateway(
  host: string,
  door: string,
  messages: readonly Message[],
  chance: () => number,
) {
  const known = new Map(messages.map((message) => [message.notifyId, message]))
  const answers = new Map<string, number>()
  /** Performance times of each `success`. */
  const successes: number[] = []
  const counts = { sent: 0, settled: 0 }
  const queue: { message: Message; attempt: number }[] = []
  const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE })
  let mood: Mood = 'well'
  let underWay = 0

  const server = createServer(async (question, response) => {
    const id = new URL(question.url ?? '', 'http://gateway').searchParams.get('notify_id') ?? ''
    if (mood === 'down') return question.socket.destroy()
    if (mood === 'lying') return lie(response)
    if (mood === 'slow') await wait(1_000 + chance() * 11_000)
    const message = known.get(id)
    response.end(message && !message.isForged && message.received === 0 ? 'true' : 'false')
  }).listen(8090, host)
  await once(server, 'listening')

  function lie(response: ServerResponse) {
    response.statusCode = chance() < 0.2 ? 500 : 200
    response.end(LIES[Math.floor(chance() * LIES.length)])
  }

  function pump() {
    for (let next; underWay < AT_ONCE && (next = queue.shift());) {
      underWay++
      void send(next.message, next.attempt)
    }
  }

  async function send(message: Message, attempt: number) {
    counts.sent++
    const word = await ask(message)
    answers.set(word, (answers.get(word) ?? 0) + 1)
    underWay--
    if (word === 'success') {
      message.received++
      successes.push(performance.now())
    }
    if (attempt === LAST_ATTEMPT && word !== 'success') message.isGivenUp = true
    if (word === 'success' || message.isForged || message.isGivenUp || message.channel === 'return')
      counts.settled++
    else {
      const [first, longest] = BACKOFF_MS
      const delay = Math.min(first * 2 ** attempt, longest) * (0.5 + chance())
      setTimeout(() => {
        queue.push({ message, attempt: attempt + 1 })
        pump()
      }, delay)
    }
    pump()
  }

  /** The answer: a word, or the status, or what broke. */
  function ask({ channel, body }: Message) {
    const address = channel === 'return' ? `${door}/api/alipay/return?${body}` : `${door}/api/alipay/notify`
    const method = channel === 'return' ? 'GET' : 'POST'
    return new Promise<string>((resolve) => {
      const question = request(address, { method, agent, headers: FORM }, (response) => {
        const answer = response.statusCode === 200 ? text(response) : String(response.resume().statusCode)
        resolve(Promise.resolve(answer).catch(() => BROKEN))
      })
      const timer = setTimeout(() => {
        resolve('no answer in time')
        question.destroy()
      }, PATIENCE_MS)
      question.on('error', () => resolve(BROKEN)).on('close', () => clearTimeout(timer))
      question.end(channel === 'return' ? undefined : body)
    })
  }

  return {
    counts,
    answers,
    successes,
    /** The longest time without a `success`, in milliseconds, from a moment to the last one. */
    longestGap(from: number) {
      const times = [from, ...successes.filter((at) => at > from)]
      return Math.max(...times.map((at, index) => at - (times[index - 1] ?? at)))
    },
    send(copies: readonly Message[]) {
      queue.push(...copies.map((message) => ({ message, attempt: 0 })))
      pump()
    },
    feel(next: Mood) {
      mood = next
    },
  }
}
