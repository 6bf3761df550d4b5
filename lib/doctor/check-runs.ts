import type { Env } from '../env'
import { check, type Line, say } from './line'
import type { World } from './world'

/** Whether a program listens at PORT and HOST. */
export async function checkRuns({ host, port }: Env, world: World): Promise<Line> {
  const line = check('', 'shop-runs')
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  try {
    await world.connect(local, port, false)
    return line.ok(say(`店在运行，端口 ${port}`, `the shop runs on port ${port}`))
  } catch {
    return line.warning(
      say(`店没有运行：端口 ${port} 上没有程序`, `the shop does not run: nothing listens on port ${port}`),
      say(
        '用 npm start 启动，再体检一次；页面的检查这次都跳过',
        'Start it with npm start and come again; the pages were not checked',
      ),
    )
  }
}
