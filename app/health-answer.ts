import type { Bilingual } from '@/lib/dictionary'

const HEADERS = {
  'content-type': 'text/plain; charset=utf-8',
  'cache-control': 'no-store',
  'x-robots-tag': 'noindex',
}

/** What /healthz and /readyz tell a balancer: 200 and `ok`, or 503 with what is wrong and what to do. */
export const healthAnswer = (problem?: Bilingual) =>
  new Response(problem ? `${problem.zh}\n${problem.en}\n` : 'ok\n', {
    status: problem ? 503 : 200,
    headers: HEADERS,
  })
