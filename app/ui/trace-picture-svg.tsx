import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import type { Party, TraceGroup, TraceStep } from '@/lib/payments/trace'
import { PARTY_WORDS } from './trace-picture'

/** All lengths in units of the picture; it is as wide as its box. */
interface Geometry {
  width: number
  lanes: Record<Party, number>
  /** From one arrow to the next, and what a group has above its first. */
  row: number
  above: number
  /** Words above the line and the protocol's word below it, or both above. */
  twoLines: boolean
}

const WIDE: Geometry = {
  ...{ width: 820, lanes: { buyer: 168, shop: 456, alipay: 750 } },
  ...{ row: 36, above: 34, twoLines: false },
}
const NARROW: Geometry = {
  ...{ width: 340, lanes: { buyer: 28, shop: 168, alipay: 312 } },
  ...{ row: 46, above: 50, twoLines: true },
}
const HEAD = 40

interface Props {
  id: string
  orderNo: string
  linked: { group: TraceGroup; href: string | undefined }[]
  wide: boolean
}

export function TracePictureSvg({ id, orderNo, linked, wide }: Props) {
  const shape = wide ? WIDE : NARROW
  const heights = linked.map(({ group }) => shape.above + (group.steps.length - 1) * shape.row + 26)
  const tops = heights.map((_, index) =>
    heights.slice(0, index).reduce((sum, height) => sum + height, HEAD + 8),
  )
  const bottom = (tops.at(-1) ?? 0) + (heights.at(-1) ?? 0)
  const days = linked.map(({ group }) => formatBeijingTime(group.at).slice(0, 10))
  return (
    <svg
      viewBox={`0 0 ${shape.width} ${bottom + 12}`}
      role="group"
      aria-labelledby={`${id}-title ${id}-desc`}
      className="block w-full"
    >
      <title id={`${id}-title`}>{`订单 ${orderNo} 的协议往来`}</title>
      <desc id={`${id}-desc`}>
        从上到下按时间画出买家的浏览器、本店和支付宝之间真正发生的每一次往来；虚线是本店看不到的。
      </desc>
      {Object.entries(shape.lanes).map(([party, x]) => (
        <line
          key={party}
          x1={x}
          x2={x}
          y1={HEAD}
          y2={bottom + 12}
          className="stroke-muted/50"
          strokeWidth={1}
        />
      ))}
      {linked.map(({ group, href }, index) => (
        <Group
          key={group.key}
          {...{ group, href, shape }}
          top={tops[index] ?? 0}
          height={heights[index] ?? 0}
          day={days[index] === days[index - 1] ? undefined : days[index]}
        />
      ))}
      {Object.entries(shape.lanes).map(([party, x]) => (
        <LaneHead key={party} party={party as Party} x={x} wide={wide} />
      ))}
    </svg>
  )
}

function LaneHead({ party, x, wide }: { party: Party; x: number; wide: boolean }) {
  const half = wide ? 52 : 28
  return (
    <g>
      <rect x={x - half} y={6} width={half * 2} height={28} rx={4} className="fill-ink" />
      <text x={x} y={25} textAnchor="middle" fontSize={wide ? 14 : 13} className="fill-white font-medium">
        {PARTY_WORDS[party]}
      </text>
    </g>
  )
}

interface GroupProps {
  group: TraceGroup
  href: string | undefined
  shape: Geometry
  top: number
  height: number
  day: string | undefined
}

function Group({ group, href, shape, top, height, day }: GroupProps) {
  const first = top + shape.above
  const last = first + (group.steps.length - 1) * shape.row
  const shop = shape.lanes.shop
  const drawn = (
    <>
      {href && (
        <rect
          {...{ x: 0, y: top + 4, width: shape.width, height: height - 6, rx: 6 }}
          className="fill-transparent group-hover:fill-accent/8 group-focus-visible:fill-accent/8"
        />
      )}
      <Time {...{ group, shape, day }} y={shape.twoLines ? top + 18 : first - 8} />
      {group.steps.length > 1 && group.source?.kind === 'notification' && (
        <rect x={shop - 3} y={first} width={6} height={last - first} className="fill-card stroke-ink" />
      )}
      {group.steps.map((step, index) => (
        <Arrow key={index} {...{ step, shape }} y={first + index * shape.row} />
      ))}
    </>
  )
  if (!href) return <g>{drawn}</g>
  return (
    <a href={href} className="group">
      {drawn}
    </a>
  )
}

function Time({ group, shape, day, y }: Pick<GroupProps, 'group' | 'shape' | 'day'> & { y: number }) {
  const clock = (date: Date) => formatBeijingTime(date).slice(11)
  const again = group.count > 1 ? [`共 ${group.count} 次`, `至 ${clock(group.until)}`] : []
  if (shape.twoLines)
    return (
      <text x={4} y={y} fontSize={11} className="fill-muted stroke-card tabular-nums" {...HALO}>
        {[day && `${day.slice(5)} `, clock(group.at), again.length > 0 && `，${again.join('，')}`]
          .filter(Boolean)
          .join('')}
      </text>
    )
  const lines = [...(day ? [day] : []), clock(group.at), ...again]
  return (
    <text fontSize={12} className="fill-muted tabular-nums">
      {lines.map((line, index) => (
        <tspan key={index} x={6} y={y + 12 + (index - (day ? 1 : 0)) * 16}>
          {line}
        </tspan>
      ))}
    </text>
  )
}

const STROKE = { plain: 'stroke-ink', good: 'stroke-accent', bad: 'stroke-bad' }
const FILL = { plain: 'fill-ink', good: 'fill-accent', bad: 'fill-bad' }
/** Keeps words readable where they cross a line. */
const HALO = { strokeWidth: 4, strokeLinejoin: 'round', paintOrder: 'stroke' } as const

function Arrow({ step, shape, y }: { step: TraceStep; shape: Geometry; y: number }) {
  const [from, to] = [shape.lanes[step.from], shape.lanes[step.to]]
  const { shop, alipay, buyer } = shape.lanes
  const itself = from === to
  const way = Math.sign(to - from) || -1
  const tip = itself ? from + 4 : to - way * 2
  // A long arrow crosses the shop: its words keep to the first gap.
  const middle = itself
    ? from + 34
    : step.from === 'buyer' && step.to === 'alipay'
      ? (buyer + shop) / 2
      : (from + to) / 2
  const noteOnLeft = itself || step.to === 'alipay'
  return (
    <g>
      <path
        d={itself ? `M${from + 3},${y - 12} h20 v12 h${-17}` : `M${from + way * 3},${y} H${tip - way * 6}`}
        fill="none"
        strokeWidth={1.5}
        strokeDasharray={step.seen ? undefined : '5 4'}
        className={STROKE[step.tone]}
      />
      <path d={`M${tip},${y} l${-way * 9},-4.5 v9 z`} className={FILL[step.tone]} />
      <Words {...{ step, shape }} x={middle} y={y} start={itself} />
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

interface WordsProps {
  step: TraceStep
  shape: Geometry
  x: number
  y: number
  start: boolean
}

function Words({ step, shape, x, y, start }: WordsProps) {
  const { zh, word, tone } = step
  const common = { textAnchor: start ? 'start' : 'middle', ...HALO } as const
  const paint = `${tone === 'bad' ? 'fill-bad' : 'fill-ink'} stroke-card`
  if (!shape.twoLines)
    return (
      <text x={x} y={start ? y - 2 : y - 7} fontSize={13} className={paint} {...common}>
        {zh}
        <tspan dx={6} fontSize={11.5} className="font-mono">
          {word}
        </tspan>
      </text>
    )
  return (
    <>
      <text x={x} y={y - 6} fontSize={12} className={paint} {...common}>
        {zh}
      </text>
      <text x={x} y={y + 13} fontSize={fitting(word, 9.6)} className={`${paint} font-mono`} {...common}>
        {word}
      </text>
    </>
  )
}

interface NoteProps {
  step: TraceStep
  shape: Geometry
  x: number
  y: number
  anchor: 'start' | 'end'
  room: number
}

function Note({ step, shape, x, y, anchor, room }: NoteProps) {
  const note = step.note ?? ''
  const whole = !shape.twoLines && note.length * 6.8 < room - 24
  const lines = whole ? [note] : note.split(/ (?=[→+])|, /)
  return (
    <text
      textAnchor={anchor}
      fontSize={shape.twoLines ? 9.6 : 11}
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

/** The words of the protocol are up to 30 letters long: smaller where they would leave the picture. */
const fitting = (word: string, size: number) => (word.length > 26 ? (size * 26) / word.length : size)
