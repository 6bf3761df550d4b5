#!/usr/bin/env node
// Stands in for Prisma's native schema engine (PRISMA_SCHEMA_ENGINE_BINARY) where that cannot be downloaded:
// the CLI's JSON-RPC on one side, the same engine compiled to WASM and the JavaScript adapter on the other.
// For authors of migrations, on PostgreSQL only; a running shop applies them by scripts/migrate.js.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils'
import pg from 'pg'

const { values, positionals } = parseArgs({
  strict: false,
  allowPositionals: true,
  options: {
    datamodels: { type: 'string', multiple: true },
    datasource: { type: 'string', default: '{}' },
    'enabled-preview-features': { type: 'string' },
    'extension-types': { type: 'string' },
    version: { type: 'boolean' },
  },
})
const datasource = JSON.parse(values.datasource)

if (values.version) console.log('schema-engine-cli wasm')
else if (positionals[0] === 'cli') await runOnce(positionals[1])
else serve()

/** One of the engine's plain commands; its failure is read from the second line of stderr. */
async function runOnce(command) {
  const name = quoted(connection(datasource.url).database)
  try {
    if (command === 'can-connect-to-database') await query(connection(datasource.url), 'SELECT 1')
    else if (command === 'create-database') await query(maintenance(), `CREATE DATABASE ${name}`)
    else if (command === 'drop-database')
      await query(maintenance(), `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
    else throw new Error(`unknown command ${command}`)
  } catch (error) {
    const fields = { error_code: error.code === '3D000' ? 'P1003' : 'P1001', message: error.message }
    process.stderr.write(`\n${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
    process.exitCode = 1
  }
}

/** Answers the CLI's requests, one after another, until it closes the input. */
async function serve() {
  for await (const line of createInterface({ input: process.stdin })) {
    const { id, method, params } = line.trim() ? JSON.parse(line) : {}
    if (method) await answer(id, method, params ?? {})
  }
  process.exit()
}

async function answer(id, method, params) {
  try {
    send({ id, result: await call(method, params) })
  } catch (error) {
    const panic = error.name === 'RuntimeError'
    const message = panic ? globalThis.PRISMA_WASM_PANIC_REGISTRY.message : await explained(error)
    const code = /^P\d+$/.test(error.code) ? error.code : undefined
    const data = { is_panic: panic, message, error_code: code, meta: error.meta ?? null }
    send({ id, error: { code: 4466, message: 'An error happened. Check the data field for details.', data } })
  }
}

async function call(method, params) {
  const { engine } = await opened(urlFor(params))
  if (method === 'getDatabaseVersion') return engine.version(params)
  if (method === 'createDatabase') return { databaseName: connection(datasource.url).database }
  const result = await engine[method](params).catch(async (error) => {
    // these methods are not handed the shadow database; they can use what devDiagnostic replayed before
    if (!/provided through an external factory/.test(error.message) || !params.migrationsList) throw error
    await engine.devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
    return engine[method](params)
  })
  if (method !== 'diff') return result ?? null
  if (result.stdout != null) send({ id: randomUUID(), method: 'print', params: { content: result.stdout } })
  return { exitCode: result.exitCode, stdout: null }
}

function urlFor({ from, to, url, datasourceType }) {
  const named = [from, to].find((side) => side?.tag === 'url')?.url
  return datasource.url ?? named ?? url ?? datasourceType?.url ?? process.env.DATABASE_URL
}

function send(message) {
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)
}

let opening
/** The engine and its adapter, made on the first request. */
function opened(url) {
  return (opening ??= open(url))
}

async function open(url) {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const wasm = fileURLToPath(
    new URL('schema_engine_bg.wasm', import.meta.resolve('@prisma/schema-engine-wasm')),
  )
  globalThis.PRISMA_WASM_PANIC_REGISTRY = {
    message: '',
    set_message(message) {
      this.message = message
    },
  }
  const imports = { './schema_engine_bg.js': bindings }
  const { instance } = await WebAssembly.instantiate(readFileSync(wasm), imports)
  bindings.__wbg_set_wasm(instance.exports)
  instance.exports.__wbindgen_start()

  const adapters = bindMigrationAwareSqlAdapterFactory(adapterFactory(url))
  const datamodels = values.datamodels?.map((file) => [file, readFileSync(file, 'utf8')])
  return { adapters, engine: await bindings.SchemaEngine.new({ datamodels }, () => {}, adapters) }
}

/** The engine's message, with the database's own error where the engine only refers to it. */
async function explained({ message }) {
  const reference = /External error id#(\d+)/.exec(message)
  const { adapters } = await opened()
  const found = reference && adapters.errorRegistry.consumeError(Number(reference[1]))
  if (!found) return message
  const { message: inner, cause } = found.error ?? found
  return message.replace(reference[0], `${inner} ${JSON.stringify(cause ?? '')}`)
}

/** What the engine connects with: PrismaPg, and a shadow database that knows the namespace as the main one does. */
function adapterFactory(url) {
  const config = { ...connection(url), max: 1 } // advisory locks and search_path live in one connection
  const schema = new URL(url).searchParams.get('schema') ?? undefined
  const connect = async (database = config.database) =>
    forEngine(await new PrismaPg({ ...config, database }, { schema }).connect())

  // PrismaPg's own version drops the shadow database while it is still connected to it
  const connectToShadowDb = async () => {
    const database = `prisma_migrate_shadow_db_${randomUUID()}`
    await query(config, `CREATE DATABASE "${database}"`)
    const shadow = await connect(database)
    if (schema) await shadow.client.query(`CREATE SCHEMA IF NOT EXISTS ${quoted(schema)}`)
    const dispose = shadow.dispose.bind(shadow)
    shadow.dispose = async () => {
      await dispose()
      await query(config, `DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`)
    }
    return shadow
  }
  return {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    connect: () => connect(),
    connectToShadowDb,
  }
}

const CHAR = 18 // the catalog's "char", an OID the adapter does not know
const TEXT = 25
const CHARACTER = 6 // the column type the engine expects for it

function forEngine(adapter) {
  const { performIO, queryRaw } = adapter
  let chars = []
  adapter.performIO = async (sql) => {
    const result = await performIO.call(adapter, sql)
    chars = result.fields?.map((field) => field.dataTypeID === CHAR) ?? []
    for (const field of result.fields ?? []) if (field.dataTypeID === CHAR) field.dataTypeID = TEXT
    return result
  }
  adapter.queryRaw = async (sql) => {
    const result = await queryRaw.call(adapter, sql)
    result.columnTypes = result.columnTypes.map((type, column) => (chars[column] ? CHARACTER : type))
    return result
  }
  // as a whole: the adapter splits at every semicolon, also those inside a function's body
  adapter.executeScript = async (sql) => {
    await adapter.client.query(sql).catch((error) => adapter.onError(error))
  }
  return adapter
}

/** Fields, not a connection string, which pg would prefer to the shadow database's name. */
function connection(url) {
  const { hostname, port, pathname, username, password, searchParams } = new URL(url)
  const schema = searchParams.get('schema')
  const ssl = searchParams.get('sslmode')
  return {
    host: searchParams.get('host') ?? (hostname.replace(/^\[|\]$/g, '') || 'localhost'),
    port: Number(port || 5432),
    database: decodeURIComponent(pathname.slice(1)) || 'postgres',
    ...(username && { user: decodeURIComponent(username) }),
    ...(password && { password: decodeURIComponent(password) }),
    ...(ssl && ssl !== 'disable' && { ssl: { rejectUnauthorized: ssl.startsWith('verify') } }),
    ...(schema && { options: `-c search_path=${quoted(schema)}` }),
  }
}

function maintenance() {
  return { ...connection(datasource.url), database: 'postgres' }
}

async function query(config, sql) {
  const client = new pg.Client(config)
  await client.connect()
  try {
    await client.query(sql)
  } finally {
    await client.end()
  }
}

function quoted(name) {
  return `"${name.replaceAll('"', '""')}"`
}
