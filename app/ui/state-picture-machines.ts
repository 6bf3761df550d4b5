import type { Bilingual } from '@/lib/dictionary'

/** A status in the picture: its upper left corner, and short words. */
export interface StateBox extends Bilingual {
  status: string
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
  tip: [x: number, y: number, way: 'down' | 'right' | 'left']
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

/** Straight down from one box of the main column to the next. */
const down = (from: string | null, to: string, row: number): StateEdge => ({
  from,
  to,
  d: `M${CENTRE},${from === null ? 14 : row - 34} V${row - 7}`,
  tip: [CENTRE, row, 'down'],
})

export const TRADE_MACHINE: Machine = {
  boxes: [
    { status: 'WAIT_BUYER_PAY', zh: '等待买家付款', en: 'to be paid', ...MAIN, y: ROW1 },
    {
      status: 'WAIT_SELLER_SEND_GOODS',
      zh: '已付款，等待卖家发货',
      en: 'to be shipped',
      ...MAIN,
      y: ROW2,
    },
    {
      status: 'WAIT_BUYER_CONFIRM_GOODS',
      zh: '已发货，等待买家确认',
      en: 'to be confirmed',
      ...MAIN,
      y: ROW3,
    },
    { status: 'TRADE_FINISHED', zh: '交易成功', en: 'finished', ...MAIN, y: ROW4 },
    { status: 'TRADE_CLOSED', zh: '交易关闭', en: 'closed', ...RIGHT, y: ROW3 },
  ],
  edges: [
    down(null, 'WAIT_BUYER_PAY', ROW1),
    down('WAIT_BUYER_PAY', 'WAIT_SELLER_SEND_GOODS', ROW2),
    down('WAIT_SELLER_SEND_GOODS', 'WAIT_BUYER_CONFIRM_GOODS', ROW3),
    down('WAIT_BUYER_CONFIRM_GOODS', 'TRADE_FINISHED', ROW4),
    {
      from: 'WAIT_BUYER_PAY',
      to: 'TRADE_CLOSED',
      d: `M212,${ROW1 + 23} H304 Q312,${ROW1 + 23} 312,${ROW1 + 31} V${ROW3 - 7}`,
      tip: [312, ROW3, 'down'],
    },
    {
      from: 'WAIT_SELLER_SEND_GOODS',
      to: 'TRADE_CLOSED',
      d: `M212,${ROW2 + 23} H256 Q264,${ROW2 + 23} 264,${ROW2 + 31} V${ROW3 - 7}`,
      tip: [264, ROW3, 'down'],
    },
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
    {
      status: 'WAIT_SELLER_AGREE',
      zh: '买家已申请，等待卖家同意',
      en: 'asked, to be agreed to',
      ...MAIN,
      y: ROW1,
    },
    {
      status: 'WAIT_BUYER_RETURN_GOODS',
      zh: '卖家已同意，等待买家退货',
      en: 'agreed, to be sent back',
      ...MAIN,
      y: ROW2,
    },
    {
      status: 'WAIT_SELLER_CONFIRM_GOODS',
      zh: '已退货，等待卖家收货',
      en: 'sent back, to be received',
      ...MAIN,
      y: ROW3,
    },
    { status: 'REFUND_SUCCESS', zh: '退款成功', en: 'refunded', ...MAIN, y: ROW4 },
    { status: 'SELLER_REFUSE_BUYER', zh: '卖家不同意', en: 'refused', ...RIGHT, y: ROW1 },
    { status: 'REFUND_CLOSED', zh: '退款关闭', en: 'closed', ...RIGHT, y: ROW3 },
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
    {
      from: 'WAIT_BUYER_RETURN_GOODS',
      to: 'REFUND_CLOSED',
      d: `M212,${ROW2 + 23} H256 Q264,${ROW2 + 23} 264,${ROW2 + 31} V${ROW3 - 7}`,
      tip: [264, ROW3, 'down'],
    },
  ],
}
