import type { Language } from '../dictionary'
import { type Env, parseEnv, SettingError } from '../env'
import { checkDatabase } from './check-database'
import { checkGateway } from './check-gateway'
import { checkMail } from './check-mail'
import { recentFailures, testingSteps, toLookUp } from './look-up'
import { checkPages } from './check-pages'
import { checkNode, checkSettings, settingErrors } from './check-settings'
import { check, exitCode, type Line, report, say, type Section } from './report'
import { failureOf, realWorld, type World } from './world'

/**
 * The doctor (docs/spec.md T2.1, T5.2A, F9): checks everything that can keep an order from being updated, or names it for a
 * person to look up. With broken settings or a stopped shop it skips what needs them. Begins no trade at the gateway, and
 * deletes the log entries of its own probes. Never throws for a fault of the installation.
 */
export async function examine(readEnv: () => Env, world: World = realWorld): Promise<Section[]> {
  const section = (zh: string, en: string, lines: Line[]): Section => ({ title: say(zh, en), lines })
  const forPeople = (failures: Line[], kind: Env['alipay']['kind'] = 'partner') => [
    section('需人工确认', 'Check by hand', [...toLookUp(kind), ...failures]),
    section('测试的五步', 'The five steps of testing', testingSteps()),
  ]
  let env: Env
  try {
    env = readEnv()
  } catch (error) {
    if (!(error instanceof SettingError)) throw error
    const rest = check('', 'rest').skipped(
      '设置不对，其余的没有查',
      'the settings are wrong; the rest was not checked',
    )
    return [section('设置', 'Settings', [checkNode(world), ...settingErrors(error), rest]), ...forPeople([])]
  }
  const runs = await checkRuns(env, world)
  const shopRuns = runs.level === 'ok'
  const [gateway, mail, { database, pages, failures }] = await Promise.all([
    shopRuns || !env.sandbox
      ? checkGateway(env, world)
      : [
          check('T2.1', 'gateway-answer').skipped(
            '沙箱和店一起运行，店没有开',
            'the sandbox runs with the shop',
          ),
        ],
    checkMail(env, world),
    examineShop(env, world, shopRuns),
  ])
  return [
    section('设置', 'Settings', [checkNode(world), ...checkSettings(env, world)]),
    section('数据库', 'Database', database),
    section('网关', 'Gateway', gateway),
    section('邮件', 'Mail', mail),
    section('页面', 'Pages', [runs, ...pages]),
    ...forPeople(failures, env.alipay.kind),
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
      failures: usable ? [await recentFailures(usable, env.alipay.kind)] : [],
    }
  } finally {
    await client?.end()
  }
}

/** Whether a program listens at PORT and HOST. */
async function checkRuns({ host, port }: Env, world: World): Promise<Line> {
  const line = check('', 'shop-runs')
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  if (!(await failureOf(world.connect(local, port, false))))
    return line.ok(`店在运行，端口 ${port}`, `the shop runs on port ${port}`)
  return line.warning(
    `店没有运行：端口 ${port} 上没有程序`,
    `the shop does not run: nothing listens on port ${port}`,
    say(
      '用 npm start 启动，再体检一次；页面的检查这次都跳过',
      'Start it with npm start and come again; the pages were not checked',
    ),
  )
}

/** The doctor at the command line (scripts/doctor.js). */
export async function diagnose(source: Record<string, string | undefined>, language: Language) {
  const sections = await examine(() => parseEnv(source))
  return { text: report(sections, language), code: exitCode(sections) }
}
