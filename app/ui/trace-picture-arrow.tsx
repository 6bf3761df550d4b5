import type { Language } from '@/lib/dictionary'
import type { TraceStep } from '@/lib/messages/trace'
import { type Geometry, HALO } from './trace-picture-geometry'

const STROKE = { plain: 'stroke-ink', good: 'stroke-accent', bad: 'stroke-bad' }
const FILL = { plain: 'fill-ink', good: 'fill-accent', bad: 'fill-bad' }

interface ArrowProps {
  step: TraceStep
  shape: Geometry
  y: number
  language: Language
}

/** One arrow of the trace with its words, and beside it the result of the message. */
export function Arrow({ step, shape, y, language }: ArrowProps) {
  const [from, to] = [shape.lanes[step.from], shape.lanes[step.to]]
  const { shop, alipay, buyer } = shape.lanes
  const itself = from === to
  const way = Math.sign(to - from) || -1
  const tip = itself ? from + 4 : to - way * 2
  // a long arrow crosses the shop's lane: its words stay in the first gap
  const middle = itself
    ? from + 29
    : step.from === 'buyer' && step.to === 'alipay'
      ? (buyer + shop) / 2
      : (from + to) / 2
  const noteOnLeft = itself || step.to === 'alipay'
  return (
    <g>
      <path
        d={itself ? `M${from + 3},${y - 12} h20 v12 h-17` : `M${from + way * 3},${y} H${tip - way * 6}`}
        fill="none"
        strokeWidth={1.5}
        strokeDasharray={step.seen ? undefined : '5 4'}
        className={STROKE[step.tone]}
      />
      <path d={`M${tip},${y} l${-way * 9},-4.5 v9 z`} className={FILL[step.tone]} />
      <Words {...{ step, shape, y, language }} x={middle} start={itself} />
      {step.note && (
        <Note
          {...{ step, shape, y }}
          x={noteOnLeft ? shop - 12 : shop + 12}
          anchor={noteOnLeft ? 'end' : 'start'}
          room={noteOnLeft ? shop - buyer : alipay - shop}
        />
      )}
    </g>
  )
}

interface WordsProps extends ArrowProps {
  x: number
  start: boolean
}

function Words({ step, shape, x, y, start, language }: WordsProps) {
  const { what, word, tone } = step
  const common = { textAnchor: start ? 'start' : 'middle', ...HALO } as const
  const paint = `${tone === 'bad' ? 'fill-bad' : 'fill-ink'} stroke-card`
  if (!shape.twoLines)
    return (
      <text x={x} y={start ? y - 2 : y - 7} fontSize={13} className={paint} {...common}>
        {what[language]}
        <tspan dx={6} fontSize={11.5} className="font-mono">
          {word}
        </tspan>
      </text>
    )
  return (
    <>
      <text x={x} y={y - 6} fontSize={12.5} className={paint} {...common}>
        {what[language]}
      </text>
      <text x={x} y={y + 15} fontSize={fitting(word, 11, 30)} className={`${paint} font-mono`} {...common}>
        {word}
      </text>
    </>
  )
}

interface NoteProps extends Omit<ArrowProps, 'language'> {
  x: number
  anchor: 'start' | 'end'
  room: number
}

function Note({ step, shape, x, y, anchor, room }: NoteProps) {
  const note = step.note ?? ''
  const whole = !shape.twoLines && note.length * 6.8 < room - 24
  const lines = whole ? [note] : note.split(/(?<=→) | (?=\+)|, /)
  return (
    <text
      textAnchor={anchor}
      fontSize={shape.twoLines ? Math.min(...lines.map((line) => fitting(line, 10.5, 24))) : 11}
      className={`${FILL[step.tone]} stroke-card font-mono`}
      {...HALO}
    >
      {lines.map((line, index) => (
        <tspan key={index} x={x} y={y + 4 + index * 13 - (lines.length - 1) * 6}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

/** The font size at which a long word is as wide as one of `letters` characters at `size`. */
const fitting = (word: string, size: number, letters: number) =>
  word.length > letters ? (size * letters) / word.length : size
