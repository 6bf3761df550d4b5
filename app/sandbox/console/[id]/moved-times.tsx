import { wordsIn } from '@/lib/language'
import { aheadMs } from '@/lib/sandbox/clock'
import { consoleWords } from '../console-words'

/** Says of the times below that they are the sandbox's, where its clock has been moved. */
export async function MovedTimes() {
  const words = await wordsIn(consoleWords)
  return (await aheadMs()) > 0 ? <p className="mt-1 text-sm text-muted">{words.movedTimes}</p> : null
}
