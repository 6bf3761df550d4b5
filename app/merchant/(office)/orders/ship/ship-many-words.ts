import { MOST_WAYBILLS } from '@/lib/checkout/read-waybills'
import type { LineCode } from '@/lib/checkout/ship-many'
import { dictionary, plural } from '@/lib/dictionary'

/** How a line is shown by its badge. */
export type LineLook = 'ready' | 'done' | 'again' | 'wrong'

/** Shipping many orders at once. */
export const shipManyWords = dictionary({
  zh: {
    title: '批量发货',
    back: '返回订单',
    intro: `每行一个订单：订单号、运单号，需要时再加物流公司，用逗号、空格或制表符隔开，可以直接从表格里复制。一次最多 ${MOST_WAYBILLS} 笔。`,
    carrier: '物流公司',
    carrierHint: '没有单独写物流公司的行都用它',
    lines: '订单号和运单号',
    example: '202611290000000000000001, SF1234567890',
    check: '下一步：核对',
    checkAgain: '重新核对',
    problems: {
      no_lines: '没有读到订单：每行写一个订单号和运单号。',
      too_many: `内容太多，没有处理：一次最多 ${MOST_WAYBILLS} 笔，请分几次提交。`,
    } as Readonly<Record<string, string>>,
    preview: '核对',
    previewHint: '还没有发货。只有「可发货」的会发出，其余的不受影响。',
    results: '发货结果',
    summary: (ready: number, wrong: number) => `${ready} 笔可以发货${wrong > 0 ? `，${wrong} 行有问题` : ''}`,
    done: (shipped: number, left: number) =>
      `已发货 ${shipped} 笔${left > 0 ? `，还有 ${left} 行没有发出，已留在下面的表单里` : ''}`,
    send: (count: number) => `确认发货 ${count} 笔`,
    sending: '正在发货',
    nothing: '没有可以发货的订单，请修改后重新核对。',
    line: (line: number) => `第 ${line} 行`,
    receiver: '收货人',
    looks: { ready: '可发货', done: '已发货', again: '未完成', wrong: '不能发货' } as Record<
      LineLook,
      string
    >,
    codes: {
      ready: () => '',
      shipped: () => '',
      shipped_before: () => '之前已按这个运单号发货，不会再发。',
      not_reached: () => '时间不够，还没有轮到：请再提交一次。',
      unclear: () => '没有得到支付宝的可信回答，结果不明：请再提交一次，不会重复发货。',
      refused: (code) => `支付宝拒绝了，错误代码 ${code}。`,
      unknown_order: () => '没有这个订单，请核对订单号。',
      twice: (line) => `和第 ${line} 行是同一个订单，请只保留一行。`,
      other_gateway: () => '这个订单是用另一个支付接口下的，不能在这里发货。',
      shipped_otherwise: (how) => `已经发过货（${how}），这一行没有保存。填错了请告诉买家。`,
      refund_asked: () => '买家正在申请退款，请先打开订单处理。',
      not_shippable: (state) => `订单状态是「${state}」，不能发货。`,
      no_waybill: () => '没有运单号。',
      long_waybill: () => '运单号太长，最多 32 个字符。',
      no_carrier: () => '没有物流公司：请在表单里填写，或写在这一行里。',
      long_carrier: () => '物流公司太长，最多 64 个字符。',
      bad_characters: () => '运单号或物流公司里有接口不接受的字符。',
    } as Record<LineCode, (detail: string) => string>,
  },
  en: {
    title: 'Ship orders',
    back: 'Back to the orders',
    intro: `One order per line: order number, tracking number and, where needed, the carrier, separated by commas, spaces or tabs; cells copied from a spreadsheet will do. At most ${MOST_WAYBILLS} orders at a time.`,
    carrier: 'Carrier',
    carrierHint: 'For all lines that name no carrier',
    lines: 'Order and tracking numbers',
    example: '202611290000000000000001, SF1234567890',
    check: 'Next: review',
    checkAgain: 'Review again',
    problems: {
      no_lines: 'No orders found: write an order number and a tracking number on each line.',
      too_many: `Too much at once, nothing was done: ship at most ${MOST_WAYBILLS} orders at a time.`,
    },
    preview: 'Review',
    previewHint: 'Nothing has been shipped yet. Only lines marked “Ready” will be shipped.',
    results: 'Results',
    summary: (ready, wrong) =>
      `${plural(ready, 'order')} ready to ship${wrong > 0 ? `, ${plural(wrong, 'line')} with a problem` : ''}`,
    done: (shipped, left) =>
      `${plural(shipped, 'order')} shipped${left > 0 ? `; ${plural(left, 'line')} left, kept in the form below` : ''}`,
    send: (count) => `Ship ${plural(count, 'order')}`,
    sending: 'Shipping',
    nothing: 'No order is ready to ship. Correct the lines and review again.',
    line: (line) => `Line ${line}`,
    receiver: 'Recipient',
    looks: { ready: 'Ready', done: 'Shipped', again: 'Not done yet', wrong: 'Not shipped' },
    codes: {
      ready: () => '',
      shipped: () => '',
      shipped_before: () => 'Shipped earlier with this tracking number; it will not be shipped again.',
      not_reached: () => 'Time ran out before this line. Submit it again.',
      unclear: () =>
        'Alipay gave no trustworthy answer, so the result is unknown. Submit it again; nothing is shipped twice.',
      refused: (code) => `Alipay refused it with error code ${code}.`,
      unknown_order: () => 'There is no such order. Check the order number.',
      twice: (line) => `Line ${line} is about the same order. Keep only one of them.`,
      other_gateway: () =>
        'This order was placed through the other payment interface and cannot be shipped here.',
      shipped_otherwise: (how) =>
        `Already shipped (${how}); this line was not saved. If that was wrong, tell the buyer.`,
      refund_asked: () => 'The buyer has asked for a refund. Open the order and answer it first.',
      not_shippable: (state) => `The order’s status is “${state}”, so it cannot be shipped.`,
      no_waybill: () => 'The tracking number is missing.',
      long_waybill: () => 'The tracking number is too long: at most 32 characters.',
      no_carrier: () => 'The carrier is missing: enter it in the form or on this line.',
      long_carrier: () => 'The carrier is too long: at most 64 characters.',
      bad_characters: () =>
        'The tracking number or the carrier has characters that the payment interface does not accept.',
    },
  },
})
