import { formatBeijingTime } from '../alipay/beijing-time'
import { dictionary, type Language } from '../dictionary'
import type { Party, Trace, TraceGroup, TraceStep } from './trace'

const COLUMN: Record<Party, number> = { buyer: 0, shop: 11, alipay: 22 }
const WIDTH = COLUMN.alipay + 1

const WORDS = dictionary({
  zh: {
    order: '订单',
    legend: 'B 买家的浏览器  S 本店  A 支付宝；虚线是本店看不到的；时间是北京时间',
    nothing: '还没有任何记录。',
    more: '……后面还有，这里不再列出。',
    last: (time: string) => `，最后一次 ${time}`,
  },
  en: {
    order: 'Order',
    legend: 'B the buyer’s browser  S the shop  A Alipay; dashed: the shop cannot see it; in Beijing time',
    nothing: 'Nothing has been recorded yet.',
    more: '... there is more, which is not listed here.',
    last: (time) => `, the last at ${time}`,
  },
})

/** The trace as plain text in fixed columns, in Beijing time, for a terminal or a letter. */
export function traceText({ orderNo, groups, truncated }: Trace, language: Language): string {
  const words = WORDS[language]
  const lines = [
    `${words.order} ${orderNo}`,
    words.legend,
    '',
    `${'time'.padEnd(19)}  B          S          A`,
    ...groups.flatMap((group) => groupLines(group, language)),
  ]
  if (groups.length === 0) lines.push(words.nothing)
  if (truncated) lines.push(words.more)
  return lines.join('\n') + '\n'
}

function groupLines({ at, until, count, steps }: TraceGroup, language: Language): string[] {
  return steps.map((step, index) => {
    const time = index === 0 ? formatBeijingTime(at) : ''
    const repeated = index === steps.length - 1 && count > 1
    const again = repeated ? `  ×${count}${WORDS[language].last(formatBeijingTime(until))}` : ''
    const note = step.note ? `  [${step.note}]` : ''
    return `${time.padEnd(19)}  ${arrow(step)}  ${step.word}  ${step.what[language]}${note}${again}`
  })
}

function arrow({ from, to, seen }: TraceStep): string {
  const cells = Array.from({ length: WIDTH }, () => ' ')
  for (const column of Object.values(COLUMN)) cells[column] = '|'
  const [start, end] = [COLUMN[from], COLUMN[to]]
  if (start === end) {
    cells[start] = 'o'
    return cells.join('')
  }
  for (let at = Math.min(start, end) + 1; at < Math.max(start, end); at++)
    if (cells[at] !== '|') cells[at] = seen || at % 2 === 0 ? '-' : ' '
  if (end > start) cells[end - 1] = '>'
  else cells[end + 1] = '<'
  return cells.join('')
}
