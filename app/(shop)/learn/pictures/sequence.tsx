import { pictureWords } from '@/app/ui/picture-words'
import { Arrow } from '@/app/ui/trace-picture-arrow'
import { type Geometry, NARROW, PARTIES } from '@/app/ui/trace-picture-geometry'
import { LaneHead } from '@/app/ui/trace-picture-svg'
import type { Bilingual, Language } from '@/lib/dictionary'
import type { TraceStep } from '@/lib/messages/trace'

export interface SequenceProps {
  id: string
  title: Bilingual
  steps: TraceStep[]
  spoken: Language
}

/** The lanes of the trace picture without the times: narrow enough for a telephone and for a text. */
const SHAPE: Geometry = { ...NARROW, width: 360, lanes: { buyer: 40, shop: 180, alipay: 320 }, row: 48 }

/** What is sent between the three, as in the trace of an order. */
export function Sequence({ id, title, steps, spoken }: SequenceProps) {
  const words = pictureWords[spoken]
  const bottom = 50 + steps.length * SHAPE.row
  return (
    <div>
      <p className="mb-2 text-sm font-medium">{title[spoken]}</p>
      <svg
        viewBox={`0 0 ${SHAPE.width} ${bottom}`}
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="mx-auto block w-full max-w-md"
      >
        <title id={`${id}-title`}>{title[spoken]}</title>
        <desc id={`${id}-desc`}>
          {steps
            .map(({ from, to, what, word }) =>
              words.arrow(words.parties[from], words.parties[to], `${what[spoken]} ${word}`),
            )
            .join(words.semicolon)}
        </desc>
        <rect
          x={SHAPE.lanes.buyer - 22}
          y={38}
          width={44}
          height={bottom - 40}
          rx={6}
          className="fill-note"
        />
        {PARTIES.map((party) => (
          <line
            key={party}
            x1={SHAPE.lanes[party]}
            x2={SHAPE.lanes[party]}
            y1={36}
            y2={bottom}
            className="stroke-muted/50"
          />
        ))}
        {steps.map((step, index) => (
          <Arrow key={index} step={step} shape={SHAPE} y={76 + index * SHAPE.row} language={spoken} />
        ))}
        {PARTIES.map((party) => (
          <LaneHead key={party} name={words.parties[party]} x={SHAPE.lanes[party]} wide={false} />
        ))}
      </svg>
    </div>
  )
}
