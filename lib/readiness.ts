import { setTimeout as wait } from 'node:timers/promises'
import { db } from './db'
import type { Bilingual } from './dictionary'
import { compareMigrations, programMigrations, type Select } from './migrations'
import { remember } from './remember'

/** Milliseconds. A busy process must not be turned away; a balancer gives up earlier where it is told to. */
const TIMEOUT_MS = 5_000

/** Read once: an update of the files must not turn the running process away. */
const known = () => remember('program migrations', programMigrations)

/** Why this process cannot serve now and what to do about it; undefined where it can. Names no address and no secret. */
export async function findUnreadiness(select: Select = inDatabase): Promise<Bilingual | undefined> {
  const comparing = compareMigrations(select, known()).then(
    ({ missing, unknown }) =>
      unknown.length > 0 ? newer(unknown) : missing.length > 0 ? older(missing) : undefined,
    () => UNREACHABLE,
  )
  const timer = new AbortController()
  const late = wait(TIMEOUT_MS, UNREACHABLE, { signal: timer.signal }).catch(() => UNREACHABLE)
  return Promise.race([comparing, late]).finally(() => timer.abort())
}

const inDatabase: Select = (sql) => db().$queryRawUnsafe(sql)

const UNREACHABLE: Bilingual = {
  zh: '数据库没有应答。请启动数据库，核对 DATABASE_URL 和防火墙；npm run doctor 会说明原因。',
  en: 'The database does not answer. Start it, check DATABASE_URL and the firewall; npm run doctor tells more.',
}

const older = (missing: string[]): Bilingual => ({
  zh: `数据库缺 ${missing.length} 个迁移：${missing.join('、')}。请运行 npm run db:migrate，或者重新启动店。`,
  en: `The database lacks ${missing.length} migrations: ${missing.join(', ')}. Run npm run db:migrate, or restart the shop.`,
})

const newer = (unknown: string[]): Bilingual => ({
  zh: `数据库比这个进程新，多了 ${unknown.length} 个迁移：${unknown.join('、')}。请更新程序，再重新启动这个进程。`,
  en: `The database is newer than this process, by ${unknown.length} migrations: ${unknown.join(', ')}. Update the program and restart this process.`,
})
