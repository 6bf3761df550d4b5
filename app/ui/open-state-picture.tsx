import type { Language } from '@/lib/dictionary'
import { STAGES } from '@/lib/orders/transitions'
import { pictureWords } from './picture-words'
import { OPEN_MACHINE } from './state-picture-machines'
import { MachineSvg } from './state-picture-svg'

interface Props {
  /** Oldest first. */
  events: { kind: string }[]
  stage: string
  language: Language
}

/** The stages of an order of the open platform, with its path and present stage. */
export function OpenStatePicture({ events, stage, language }: Props) {
  const reached = events.map(({ kind }) => kind).filter((kind) => STAGES.some((known) => known === kind))
  return (
    <figure className="card mt-3 p-4 sm:max-w-md">
      <MachineSvg
        id="stage-machine"
        title={pictureWords[language].stageMachine}
        machine={OPEN_MACHINE}
        path={['unpaid', ...reached]}
        present={stage}
        language={language}
      />
    </figure>
  )
}
