import { type Env, SettingError } from '../env'
import { checkDatabase } from './check-database'
import { checkGateway } from './check-gateway'
import { check, type Line, say, type Section } from './line'
import { recentFailures, testingSteps, toLookUp } from './look-up'
import { checkPages } from './check-pages'
import { checkRuns } from './check-runs'
import { checkNode, checkSettings, settingErrors } from './check-settings'
import { realWorld, type World } from './world'

/**
 * The doctor (docs/spec.md T2.1, T5.2A, F9): checks everything that can keep an order from being updated, or names it for a
 * person to look up. With broken settings or a stopped shop it skips what needs them. Begins no trade at the gateway, and
 * deletes the log entries of its own probes. Never throws for a fault of the installation.
 */
export async function examine(readEnv: () => Env, world: World = realWorld): Promise<Section[]> {
  const section = (zh: string, en: string, lines: Line[]): Section => ({ title: say(zh, en), lines })
  const people = [
    section('要人看的', 'To be looked up', toLookUp()),
    section('测试的五步', 'The five steps of testing', testingSteps()),
  ]
  let env: Env
  try {
    env = readEnv()
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    const rest = check('', 'rest').skipped(
      say('设置不对，其余的没有查', 'the settings are wrong; the rest was not checked'),
    )
    return [section('设置', 'Settings', [checkNode(world), ...settingErrors(error), rest]), ...people]
  }
  const runs = await checkRuns(env, world)
  const shopRuns = runs.level === 'ok'
  const [gateway, { database, pages, failures }] = await Promise.all([
    shopRuns || !env.sandbox
      ? checkGateway(env, world)
      : [
          check('T2.1', 'gateway-answer').skipped(
            say('沙箱和店一起运行，店没有开', 'the sandbox runs with the shop'),
          ),
        ],
    examineShop(env, world, shopRuns),
  ])
  return [
    section('设置', 'Settings', [checkNode(world), ...checkSettings(env, world)]),
    section('数据库', 'Database', database),
    section('网关', 'Gateway', gateway),
    section('页面', 'Pages', [runs, ...pages]),
    ...people.map((part, index) => (index === 0 ? { ...part, lines: [...part.lines, ...failures] } : part)),
  ]
}

async function examineShop(env: Env, world: World, shopRuns: boolean) {
  const { lines, client } = await checkDatabase(env, world, shopRuns)
  try {
    const writable = lines.some(({ check, level }) => check === 'database-writable' && level === 'ok')
    const usable = writable ? client : undefined
    return {
      database: lines,
      pages: shopRuns ? await checkPages(env, world, usable) : [],
      failures: usable ? [await recentFailures(usable)] : [],
    }
  } finally {
    await client?.end()
  }
}
