import type { Bilingual } from '@/lib/dictionary'

/** A status in the picture: its upper left corner, and short words. */
export interface StateBox extends Bilingual {
  status: string
  /** Shown in place of the status. */
  word?: string
  x: number
  y: number
  width: number
}

/** An arrow of docs/protocol.md 6.3; `from` is null for the first one. */
export interface StateEdge {
  from: string | null
  to: string
  d: string
  /** Where the arrow ends, and which way it points there. */
  tip: [x: number, y: number, way: 'down' | 'right' | 'left' | 'up']
}

export interface Machine {
  boxes: StateBox[]
  edges: StateEdge[]
}

export const BOX_HEIGHT = 46
const [MAIN, RIGHT] = [
  { x: 20, width: 192 },
  { x: 234, width: 108 },
]
const CENTRE = MAIN.x + MAIN.width / 2
const [ROW1, ROW2, ROW3, ROW4] = [34, 114, 194, 274]

const box = (column: typeof MAIN, y: number, status: string, words: Bilingual): StateBox => ({
  status,
  ...words,
  ...column,
  y,
})

/** Straight down from one box of the main column to the next. */
const down = (from: string | null, to: string, row: number): StateEdge => ({
  from,
  to,
  d: `M${CENTRE},${from === null ? 14 : row - 34} V${row - 7}`,
  tip: [CENTRE, row, 'down'],
})

/** From a box of the main column to the right, then down to the box in ROW3 at `x`. */
const turn = (from: string, to: string, row: number, x: number): StateEdge => ({
  from,
  to,
  d: `M212,${row + 23} H${x - 8} Q${x},${row + 23} ${x},${row + 31} V${ROW3 - 7}`,
  tip: [x, ROW3, 'down'],
})

export const TRADE_MACHINE: Machine = {
  boxes: [
    box(MAIN, ROW1, 'WAIT_BUYER_PAY', { zh: '等待买家付款', en: 'to be paid' }),
    box(MAIN, ROW2, 'WAIT_SELLER_SEND_GOODS', { zh: '已付款，等待卖家发货', en: 'to be shipped' }),
    box(MAIN, ROW3, 'WAIT_BUYER_CONFIRM_GOODS', { zh: '已发货，等待买家确认', en: 'to be confirmed' }),
    box(MAIN, ROW4, 'TRADE_FINISHED', { zh: '交易成功', en: 'finished' }),
    box(RIGHT, ROW3, 'TRADE_CLOSED', { zh: '交易关闭', en: 'closed' }),
  ],
  edges: [
    down(null, 'WAIT_BUYER_PAY', ROW1),
    down('WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS', ROW2),
    down('WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS', ROW3),
    down('WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED', ROW4),
    turn('WAIT_BUYER_PAY', 'TRADE_CLOSED', ROW1, 312),
    turn('WAIT_SELLER_SEND_GOODS', 'TRADE_CLOSED', ROW2, 264),
    {
      from: 'WAIT_BUYER_CONFIRM_GOODS',
      to: 'TRADE_CLOSED',
      d: `M212,${ROW3 + 23} H227`,
      tip: [234, ROW3 + 23, 'right'],
    },
  ],
}

export const REFUND_MACHINE: Machine = {
  boxes: [
    box(MAIN, ROW1, 'WAIT_SELLER_AGREE', { zh: '买家已申请，等待卖家同意', en: 'asked, to be agreed to' }),
    box(MAIN, ROW2, 'WAIT_BUYER_RETURN_GOODS', {
      zh: '卖家已同意，等待买家退货',
      en: 'agreed, to be sent back',
    }),
    box(MAIN, ROW3, 'WAIT_SELLER_CONFIRM_GOODS', {
      zh: '已退货，等待卖家收货',
      en: 'sent back, to be received',
    }),
    box(MAIN, ROW4, 'REFUND_SUCCESS', { zh: '退款成功', en: 'refunded' }),
    box(RIGHT, ROW1, 'SELLER_REFUSE_BUYER', { zh: '卖家不同意', en: 'refused' }),
    box(RIGHT, ROW3, 'REFUND_CLOSED', { zh: '退款关闭', en: 'closed' }),
  ],
  edges: [
    down(null, 'WAIT_SELLER_AGREE', ROW1),
    down('WAIT_SELLER_AGREE', 'WAIT_BUYER_RETURN_GOODS', ROW2),
    down('WAIT_BUYER_RETURN_GOODS', 'WAIT_SELLER_CONFIRM_GOODS', ROW3),
    down('WAIT_SELLER_CONFIRM_GOODS', 'REFUND_SUCCESS', ROW4),
    {
      // goods that never arrived are not sent back
      from: 'WAIT_SELLER_AGREE',
      to: 'REFUND_SUCCESS',
      d: `M20,${ROW1 + 23} H16 Q8,${ROW1 + 23} 8,${ROW1 + 31} V${ROW4 + 15} Q8,${ROW4 + 23} 13,${ROW4 + 23}`,
      tip: [20, ROW4 + 23, 'right'],
    },
    {
      from: 'WAIT_SELLER_AGREE',
      to: 'SELLER_REFUSE_BUYER',
      d: `M212,${ROW1 + 14} H227`,
      tip: [234, ROW1 + 14, 'right'],
    },
    {
      from: 'SELLER_REFUSE_BUYER',
      to: 'WAIT_SELLER_AGREE',
      d: `M234,${ROW1 + 27} H219`,
      tip: [212, ROW1 + 27, 'left'],
    },
    {
      from: 'SELLER_REFUSE_BUYER',
      to: 'REFUND_CLOSED',
      d: `M312,${ROW1 + BOX_HEIGHT} V${ROW3 - 7}`,
      tip: [312, ROW3, 'down'],
    },
    {
      from: 'WAIT_SELLER_AGREE',
      to: 'REFUND_CLOSED',
      d: `M212,${ROW1 + 39} H216 Q224,${ROW1 + 39} 224,${ROW1 + 47} V${ROW3 + 4} Q224,${ROW3 + 12} 227,${ROW3 + 12}`,
      tip: [234, ROW3 + 12, 'right'],
    },
    turn('WAIT_BUYER_RETURN_GOODS', 'REFUND_CLOSED', ROW2, 264),
  ],
}

/** The stages of an order of the open platform, each with the gateway's word for it; it has none for goods. */
export const OPEN_MACHINE: Machine = {
  boxes: [
    { ...box(MAIN, ROW1, 'unpaid', { zh: '等待付款', en: 'to be paid' }), word: 'WAIT_BUYER_PAY' },
    {
      ...box(MAIN, ROW2, 'paid', { zh: '已付款，等待卖家发货', en: 'to be shipped' }),
      word: 'TRADE_SUCCESS',
    },
    { ...box(MAIN, ROW3, 'shipped', { zh: '已发货，等待买家确认', en: 'to be confirmed' }), word: '—' },
    { ...box(MAIN, ROW4, 'finished', { zh: '交易完成', en: 'finished' }), word: '—' },
    { ...box(RIGHT, ROW3, 'closed', { zh: '交易关闭', en: 'closed' }), word: 'TRADE_CLOSED' },
  ],
  edges: [
    down(null, 'unpaid', ROW1),
    down('unpaid', 'paid', ROW2),
    down('paid', 'shipped', ROW3),
    down('shipped', 'finished', ROW4),
    turn('unpaid', 'closed', ROW1, 312),
    turn('paid', 'closed', ROW2, 264),
    { from: 'shipped', to: 'closed', d: `M212,${ROW3 + 23} H227`, tip: [234, ROW3 + 23, 'right'] },
    {
      from: 'finished',
      to: 'closed',
      d: `M212,${ROW4 + 23} H280 Q288,${ROW4 + 23} 288,${ROW4 + 15} V${ROW3 + BOX_HEIGHT + 7}`,
      tip: [288, ROW3 + BOX_HEIGHT, 'up'],
    },
  ],
}
