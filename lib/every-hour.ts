import { log } from './log'
import { remember } from './remember'

const HOUR_MS = 60 * 60 * 1000

/** Works in this process now and every hour. `failure` is what the log says of an error; each work has its own. */
export function everyHour(work: () => Promise<unknown>, failure: string): void {
  const run = () => work().catch((err: unknown) => log().error({ err }, failure))
  remember(`every hour: ${failure}`, () => setInterval(run, HOUR_MS).unref())
  void run()
}
