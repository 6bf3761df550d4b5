import { check, type Line, say } from './report'
import type { World } from './world'

const MAX_CLOCK_DIFFERENCE_S = 60

/** A return address is valid for one minute, and order numbers bear the date, so the clock has to be right. */
export function checkClock(date: string | null, world: World): Line {
  const line = check('T5.2-1E', 'clock')
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return line.skipped('网关没说现在几点', 'the gateway told no time')
  const seconds = Math.round((world.now().getTime() - theirs) / 1000)
  return Math.abs(seconds) <= MAX_CLOCK_DIFFERENCE_S
    ? line.ok('本机的时钟和网关一致', 'the clock agrees with the gateway')
    : line.warning(
        `本机的时钟和网关差 ${seconds} 秒`,
        `the clock is ${seconds} s off the gateway's`,
        say('用 NTP 校准时间', 'Set it by NTP'),
      )
}
