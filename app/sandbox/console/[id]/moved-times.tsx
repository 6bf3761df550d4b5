import { wordsIn } from '@/lib/language'
import { aheadMs } from '@/lib/sandbox/clock'
import { consoleWords } from '../console-words'

/** Where the sandbox's clock was moved: says that the times below are by that clock. */
export async function MovedTimes() {
  const words = await wordsIn(consoleWords)
  return (await aheadMs()) > 0 ? <p className="mt-1 text-sm text-muted">{words.movedTimes}</p> : null
}
