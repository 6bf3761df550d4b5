import { Agent, request } from 'node:http'
import { performance } from 'node:perf_hooks'

/** As many connections as the gateway is thought to open at once. */
export const AT_ONCE = 32

/** What one round measured: requests a second, and milliseconds that half and 99 of 100 answers took at most. */
export interface Load {
  rate: number
  p50: number
  p95: number
  p99: number
}

/** Sends the bodies, or as many GETs, `atOnce` at a time. Throws where an answer is not what `expected` says. */
export async function load(
  url: string,
  bodies: readonly (Uint8Array | null)[],
  { atOnce = AT_ONCE, expected = /^success$/, headers = {} as Record<string, string> } = {},
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const times: number[] = []
  let next = 0
  const work = async () => {
    for (;;) {
      const body = bodies[next++]
      if (body === undefined) return
      const started = performance.now()
      const answer = await send(agent, url, body, headers)
      times.push(performance.now() - started)
      if (!expected.test(answer)) throw new Error(`${url} answered ${answer.slice(0, 500)}`)
    }
  }
  const started = performance.now()
  await Promise.all(Array.from({ length: atOnce }, work))
  const seconds = (performance.now() - started) / 1000
  agent.destroy()
  return {
    rate: bodies.length / seconds,
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    p99: percentile(times, 0.99),
  }
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }

function send(
  agent: Agent,
  url: string,
  body: Uint8Array | null,
  headers: Record<string, string>,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const method = body ? 'POST' : 'GET'
    const sent = request(
      url,
      { agent, method, headers: body ? { ...FORM, ...headers } : headers },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () =>
          resolve(
            `${response.statusCode === 200 ? '' : response.statusCode}${Buffer.concat(chunks).toString()}`,
          ),
        )
        response.on('error', reject)
      },
    )
    sent.on('error', reject)
    sent.end(body ?? undefined)
  })
}

export const percentile = (values: readonly number[], part: number) =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? NaN

export const median = (values: readonly number[]) => percentile(values, 0.5)
