import { wordsIn } from '@/lib/language'
import { CopyButton } from './copy-button'
import { uiWords } from './ui-words'

/** A long number on one line, with a button that copies it; without scripts one press selects all of it. */
export async function CopyNumber({ value }: { value: string }) {
  const words = await wordsIn(uiWords)
  return (
    <span className="inline-flex max-w-full items-center gap-0.5">
      <span className="figures min-w-0 truncate select-all">{value}</span>
      <CopyButton value={value} label={words.copy(value)} done={words.copied} />
    </span>
  )
}
