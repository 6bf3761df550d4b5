import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
beforeAll(() => client.connect())
afterAll(() => client.end())

const FOLDER = 'prisma/shop/migrations'

/** The calls of before, by their id, after the migration. */
async function migrated(calls: { service: string; result: string | null }[]) {
  const name = readdirSync(FOLDER).find((name) => name.endsWith('_call_outcome'))
  await client.query('BEGIN')
  try {
    await client.query('CREATE SCHEMA old')
    await client.query('SET LOCAL search_path TO old')
    await client.query(
      'CREATE TABLE "GatewayCall" ("id" INT PRIMARY KEY, "service" TEXT NOT NULL, "result" TEXT)',
    )
    for (const [id, { service, result }] of calls.entries())
      await client.query('INSERT INTO "GatewayCall" VALUES ($1, $2, $3)', [id, service, result])
    await client.query(readFileSync(`${FOLDER}/${name}/migration.sql`, 'utf8'))
    const { rows } = await client.query('SELECT * FROM "GatewayCall" ORDER BY "id"')
    return rows
  } finally {
    await client.query('ROLLBACK')
  }
}

type End = [result: string | null, outcome: string | null, code: string | null, detail: string | null]

const ENDS: End[] = [
  [null, null, null, null],
  ['T', 'answered', null, null],
  ['TRADE_NOT_EXIST', 'refused', 'TRADE_NOT_EXIST', null],
  ['(no answer in 15000 ms)', 'unreachable', 'timeout', '15000'],
  ['(no connection: ECONNREFUSED)', 'unreachable', 'no_connection', 'ECONNREFUSED'],
  [
    '(no connection: bad (very bad) certificate)',
    'unreachable',
    'no_connection',
    'bad (very bad) certificate',
  ],
  ['(HTTP 503)', 'unreachable', 'http_status', '503'],
  ['(an answer of more than 262144 bytes)', 'unreachable', 'answer_too_long', '262144'],
  ["(the answer's sign is not the one computed here)", 'unbelievable', 'wrong_sign', null],
  ['(not XML)', 'unbelievable', 'not_xml', null],
  ['(a DOCTYPE, which no answer of the gateway has)', 'unbelievable', 'doctype', null],
  ['(alipay/sign is there twice)', 'unbelievable', 'element_twice', 'alipay/sign'],
  ['(is_success is neither T nor F with an error)', 'unbelievable', 'no_is_success', null],
  ['(more than one element under response)', 'unbelievable', 'two_responses', null],
  ['(it declares a charset that this interface does not have)', 'unbelievable', 'unknown_charset', null],
  ["(a parameter's name is not gbk)", 'unbelievable', 'name_not_text', 'gbk'],
  ['(the bytes of total_fee are not utf-8)', 'unbelievable', 'field_not_text', 'total_fee'],
  [
    '(the bytes are not in the charset that it declares)',
    'unbelievable',
    'other',
    'the bytes are not in the charset that it declares',
  ],
]

it('Every call of before keeps its end, as a code and a detail', async () => {
  const service = 'single_trade_query'
  expect(await migrated(ENDS.map(([result]) => ({ service, result })))).toEqual(
    ENDS.map(([, outcome, code, detail], id) => ({ id, service, verb: 'query', outcome, code, detail })),
  )
})

it('Every service has its verb', async () => {
  const verbs = {
    create_partner_trade_by_buyer: 'pay',
    single_trade_query: 'query',
    send_goods_confirm_by_platform: 'ship',
    close_trade: 'close',
  }
  const rows = await migrated(Object.keys(verbs).map((service) => ({ service, result: null })))
  expect(Object.fromEntries(rows.map(({ service, verb }) => [service, verb]))).toEqual(verbs)
})
