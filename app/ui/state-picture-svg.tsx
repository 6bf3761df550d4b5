import type { Language } from '@/lib/dictionary'
import { pictureWords } from './picture-words'
import { BOX_HEIGHT, type Machine, type StateBox, type StateEdge } from './state-picture-machines'

interface Props {
  id: string
  title: string
  machine: Machine
  /** The statuses of the past, oldest first. */
  path: string[]
  present: string | null
  language: Language
}

/** One status machine: past statuses in full ink, the present one filled, the rest faint. */
export function MachineSvg({ id, title, machine, path, present, language }: Props) {
  const words = pictureWords[language]
  const steps = path.map((to, index) => ({ from: path[index - 1] ?? null, to }))
  const gone = (edge: StateEdge) => steps.some(({ from, to }) => from === edge.from && to === edge.to)
  const jumps = steps.filter(
    (step) => !machine.edges.some(({ from, to }) => from === step.from && to === step.to),
  )
  const isDrawn = (status: string) => machine.boxes.some((box) => box.status === status)
  const received = new Set(present ? [...path, present] : path)
  const notDrawn = [...received].filter((status) => !isDrawn(status))
  return (
    <>
      <svg
        viewBox="0 0 344 328"
        role="img"
        aria-labelledby={`${id}-title ${id}-desc`}
        className="mx-auto block w-full max-w-sm"
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{words.path(path, present)}</desc>
        <circle cx={116} cy={9} r={5} className={path.length > 0 ? 'fill-accent' : 'fill-muted/40'} />
        {[...machine.edges]
          .sort((a, b) => Number(gone(a)) - Number(gone(b)))
          .map((edge) => (
            <Edge key={`${edge.from} ${edge.to}`} edge={edge} gone={gone(edge)} />
          ))}
        {jumps.map(({ from, to }, index) => (
          <Jump
            key={index}
            from={machine.boxes.find(({ status }) => status === from)}
            to={machine.boxes.find(({ status }) => status === to)}
          />
        ))}
        {machine.boxes.map((box) => (
          <Box
            key={box.status}
            box={box}
            visited={path.includes(box.status)}
            present={box.status === present}
            language={language}
          />
        ))}
      </svg>
      {notDrawn.length > 0 && (
        <p className="mt-2 text-sm text-muted [overflow-wrap:anywhere]">{words.notDrawn(notDrawn)}</p>
      )}
    </>
  )
}

const TURN = { down: 0, left: 90, right: -90, up: 180 }

interface EdgeProps {
  edge: Pick<StateEdge, 'd' | 'tip'>
  gone: boolean
  dashes?: string
}

function Edge({ edge, gone, dashes }: EdgeProps) {
  const [x, y, way] = edge.tip
  return (
    <g>
      <path
        d={edge.d}
        fill="none"
        strokeWidth={gone ? 2 : 1}
        strokeDasharray={dashes}
        className={gone ? 'stroke-accent' : 'stroke-muted/45'}
      />
      <path
        d="M0,0 l-4.5,-8 h9 z"
        transform={`translate(${x},${y}) rotate(${TURN[way]})`}
        className={gone ? 'fill-accent' : 'fill-muted/60'}
      />
    </g>
  )
}

/** A dashed arrow past statuses that were never received. */
function Jump({ from, to }: { from: StateBox | undefined; to: StateBox | undefined }) {
  if (!to) return null
  const right = to.x > 200
  const [x2, y2] = right ? [to.x + to.width / 2, to.y] : [to.x, to.y + BOX_HEIGHT / 2]
  const [x1, y1] = from ? [right ? from.x + from.width : from.x, from.y + BOX_HEIGHT / 2] : [116, 9]
  const d = right
    ? `M${x1},${y1} C${x2},${y1} ${x2},${y1} ${x2},${y2 - 7}`
    : `M${x1},${y1} C${x2 - 24},${y1} ${x2 - 24},${y2} ${x2 - 7},${y2}`
  return <Edge edge={{ d, tip: [x2, y2, right ? 'down' : 'right'] }} gone dashes="5 4" />
}

interface BoxProps {
  box: StateBox
  visited: boolean
  present: boolean
  language: Language
}

function Box({ box, visited, present, language }: BoxProps) {
  const middle = box.x + box.width / 2
  const paint = present
    ? 'fill-accent stroke-accent'
    : visited
      ? 'fill-card stroke-accent'
      : 'fill-card stroke-line'
  const ink = present ? 'fill-on-accent' : visited ? 'fill-ink' : 'fill-muted'
  return (
    <g>
      <rect
        x={box.x}
        y={box.y}
        width={box.width}
        height={BOX_HEIGHT}
        rx={6}
        strokeWidth={visited || present ? 2 : 1.25}
        className={paint}
      />
      <text
        x={middle}
        y={box.y + 20}
        textAnchor="middle"
        fontSize={13.5}
        className={`${ink} ${present ? 'font-semibold' : ''}`}
      >
        {box[language]}
      </text>
      <text
        x={middle}
        y={box.y + 36}
        textAnchor="middle"
        fontSize={box.width > 150 ? 10.5 : 8.6}
        className={`${ink} font-mono`}
      >
        {box.word ?? box.status}
      </text>
    </g>
  )
}
