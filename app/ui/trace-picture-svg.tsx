import { formatBeijingTime } from '@/lib/alipay/beijing-time'
import type { Language } from '@/lib/dictionary'
import type { TraceGroup } from '@/lib/messages/trace'
import { pictureWords } from './picture-words'
import { Arrow } from './trace-picture-arrow'
import { type Geometry, HALO, NARROW, PARTIES, WIDE } from './trace-picture-geometry'

const HEAD = 40

interface Props {
  id: string
  orderNo: string
  linked: { group: TraceGroup; href: string | undefined }[]
  wide: boolean
  language: Language
}

export function TracePictureSvg({ id, orderNo, linked, wide, language }: Props) {
  const words = pictureWords[language]
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
      <title id={`${id}-title`}>{words.traceTitle(orderNo)}</title>
      <desc id={`${id}-desc`}>{words.traceText}</desc>
      {PARTIES.map((party) => (
        <line
          key={party}
          x1={shape.lanes[party]}
          x2={shape.lanes[party]}
          y1={HEAD}
          y2={bottom + 12}
          className="stroke-muted/50"
          strokeWidth={1}
        />
      ))}
      {linked.map(({ group, href }, index) => (
        <Group
          key={group.key}
          {...{ group, href, shape, language }}
          top={tops[index] ?? 0}
          height={heights[index] ?? 0}
          day={days[index] === days[index - 1] ? undefined : days[index]}
        />
      ))}
      {PARTIES.map((party) => (
        <LaneHead key={party} name={words.parties[party]} x={shape.lanes[party]} wide={wide} />
      ))}
    </svg>
  )
}

/** The name of a party above its lane. */
export function LaneHead({ name, x, wide }: { name: string; x: number; wide: boolean }) {
  const half = wide ? 52 : 28
  return (
    <g>
      <rect x={x - half} y={6} width={half * 2} height={28} rx={4} className="fill-ink" />
      <text x={x} y={25} textAnchor="middle" fontSize={wide ? 14 : 13} className="fill-paper font-medium">
        {name}
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
  language: Language
}

function Group({ group, href, shape, top, height, day, language }: GroupProps) {
  const first = top + shape.above
  const last = first + (group.steps.length - 1) * shape.row
  const shop = shape.lanes.shop
  const drawn = (
    <>
      {href && (
        <rect
          x={0}
          y={top + 4}
          width={shape.width}
          height={height - 6}
          rx={6}
          className="fill-transparent group-hover:fill-accent/8 group-focus-visible:fill-accent/8"
        />
      )}
      <Time {...{ group, shape, day, language }} y={shape.twoLines ? top + 18 : first - 8} />
      {group.steps.length > 1 && group.source?.kind === 'notification' && (
        <rect x={shop - 3} y={first} width={6} height={last - first} className="fill-card stroke-ink" />
      )}
      {group.steps.map((step, index) => (
        <Arrow key={index} {...{ step, shape, language }} y={first + index * shape.row} />
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

type TimeProps = Pick<GroupProps, 'group' | 'shape' | 'day' | 'language'> & { y: number }

function Time({ group, shape, day, language, y }: TimeProps) {
  const { times, until, comma } = pictureWords[language]
  const clock = (date: Date) => formatBeijingTime(date).slice(11)
  const again = group.count > 1 ? [times(group.count), until(clock(group.until))] : []
  if (shape.twoLines)
    return (
      <text x={4} y={y} fontSize={12} className="fill-muted stroke-card tabular-nums" {...HALO}>
        {[day && `${day.slice(5)} `, clock(group.at), ...again.map((text) => comma + text)]
          .filter(Boolean)
          .join('')}
      </text>
    )
  const lines = [clock(group.at), ...again]
  if (day) lines.unshift(day)
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
