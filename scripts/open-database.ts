import pg from 'pg'
import type { Env } from '../lib/env'
import { embeddedDatabase } from './embedded.js'
import { migrate } from './migrate.js'

export interface OpenDatabase {
  url: string
  /** It was started for this command alone: no shop runs on it. */
  isOurs: boolean
  /** Ends it, if it was started here. */
  stop: () => Promise<void>
}

/**
 * The database of the settings, migrated: that of DATABASE_URL, or the embedded one, which is the running shop's or else
 * started for the moment. Throws where it does not answer.
 */
export async function openDatabase({
  databaseUrl,
  databasePort,
}: Pick<Env, 'databaseUrl' | 'databasePort'>): Promise<OpenDatabase> {
  const url = databaseUrl ?? `postgresql://postgres@127.0.0.1:${databasePort}/postgres`
  const running = { url, isOurs: false, stop: () => Promise.resolve() }
  const isRunning = databaseUrl !== undefined || (await answers(url)) // migrate tells why a server does not answer
  const database = isRunning ? running : { ...(await embeddedDatabase(databasePort)), isOurs: true }
  await migrate(database.url)
  return database
}

async function answers(url: string) {
  const client = new pg.Client({ connectionString: url })
  return client.connect().then(
    () => client.end().then(() => true),
    () => false,
  )
}
