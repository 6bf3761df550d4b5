import { describe, expect, it } from 'vitest'
import { drawTrace } from './trace'
import { traceText } from './trace-text'

const at = (second: number) => new Date(Date.parse('2026-11-22T02:00:00Z') + second * 1000)

const message = (second: number, changes: Partial<Parameters<typeof drawTrace>[1][number]> = {}) => ({
  id: `message ${second}`,
  channel: 'notify' as const,
  receivedAt: at(second),
  sign: 'a'.repeat(32),
  responseTxt: 'true',
  verdict: 'applied' as const,
  code: null,
  detail: null,
  notifyId: 'n1',
  tradeStatus: 'WAIT_BUYER_PAY',
  ...{
    fromTrade: null,
    toTrade: 'WAIT_BUYER_PAY',
    fromRefund: null,
    toRefund: null,
    fromFen: null,
    toFen: null,
  },
  answer: 'success',
  ...changes,
})
const SERVICES = {
  pay: 'create_partner_trade_by_buyer',
  query: 'single_trade_query',
  ship: 'send_goods_confirm_by_platform',
  close: 'close_trade',
}
const call = (
  second: number,
  verb: keyof typeof SERVICES,
  outcome: string | null,
  code: string | null = null,
) => ({
  ...{ id: `call ${second}`, verb, service: SERVICES[verb], sentAt: at(second), outcome, code, detail: null },
})
const RETRY = { verdict: 'duplicate' as const, toTrade: null }

const draw = (...told: Parameters<typeof drawTrace>) => ({
  text: traceText({ orderNo: '42', groups: drawTrace(...told), truncated: false }, 'zh'),
  english: traceText({ orderNo: '42', groups: drawTrace(...told), truncated: true }, 'en'),
  groups: drawTrace(...told),
})

describe('[T4.4b] the trace', () => {
  it('tells a purchase from the order to the success, in the order of time', () => {
    const { text } = draw(
      at(0),
      [
        message(2),
        message(5, {
          channel: 'return',
          notifyId: 'n2',
          tradeStatus: 'WAIT_SELLER_SEND_GOODS',
          fromTrade: 'WAIT_BUYER_PAY',
          toTrade: 'WAIT_SELLER_SEND_GOODS',
          answer: '303',
        }),
      ],
      [call(1, 'pay', null), call(9, 'ship', 'answered')],
    )
    expect(text).toBe(`订单 42
B 买家的浏览器  S 本店  A 支付宝；虚线是本店看不到的；时间是北京时间

time                 B          S          A
2026-11-22 10:00:00  |--------->|          |  order  下单
2026-11-22 10:00:01  |<---------|          |  create_partner_trade_by_buyer  付款表单
                     | - - - - -|- - - - ->|  gateway.do  浏览器提交表单
2026-11-22 10:00:02  |          |<---------|  WAIT_BUYER_PAY  异步通知
                     |          |--------->|  notify_verify  是你发的吗
                     |          |<---------|  true  验证结果
                     |          |--------->|  success  回答  [applied → WAIT_BUYER_PAY]
2026-11-22 10:00:05  |--------->|          |  WAIT_SELLER_SEND_GOODS  页面返回
                     |          |--------->|  notify_verify  是你发的吗
                     |          |<---------|  true  验证结果
                     |<---------|          |  303  回订单页  [applied → WAIT_SELLER_SEND_GOODS]
2026-11-22 10:00:09  |          |--------->|  send_goods_confirm_by_platform  确认发货
                     |          |<---------|  T  结果
`)
  })

  it('folds what is the same in a row, and says how often and until when', () => {
    const { groups, text } = draw(
      null,
      [message(1), message(2, RETRY), message(3, RETRY), message(4, RETRY)],
      [],
    )
    expect(groups.map(({ count }) => count)).toEqual([1, 3])
    expect(text).toContain('[duplicate]  ×3，最后一次 2026-11-22 10:00:04')
  })

  it.each([
    ['another verdict', { verdict: 'stale' as const }],
    ['another notify_id', { notifyId: 'n9' }],
    ['another sign', { sign: 'b'.repeat(32) }],
    ['another word of the gateway', { responseTxt: 'false' }],
  ])('does not fold what has %s', (_what, other) => {
    const told = [message(1, RETRY), message(2, { ...RETRY, ...other })]
    expect(draw(null, told, []).groups.map(({ count }) => count)).toEqual([1, 1])
  })

  it('does not fold over what happened in between', () => {
    const { groups } = draw(null, [message(1, RETRY), message(3, RETRY)], [call(2, 'close', 'answered')])
    expect(groups).toHaveLength(3)
  })

  it('asks the gateway nothing where it was not asked', () => {
    const { text } = draw(null, [message(1, { verdict: 'bad_sign', responseTxt: null, answer: 'fail' })], [])
    expect(text).not.toContain('notify_verify')
    expect(text).toContain('WAIT_BUYER_PAY  未证实的异步通知')
    expect(text).toContain('fail  回答  [bad_sign')
  })

  it.each([
    { verdict: 'bad_source' as const, code: 'timeout', detail: '8000' },
    { verdict: 'duplicate' as const, code: 'processed_before', detail: 'timeout' },
  ])('says why the gateway said nothing: $verdict', (silence) => {
    const { text } = draw(null, [message(1, { responseTxt: null, toTrade: null, ...silence })], [])
    expect(text).toMatch(/notify_verify  是你发的吗\n.*  timeout  没有问到\n/)
  })

  it('tells queries, refusals and rechecks', () => {
    const { text } = draw(
      null,
      [message(2, { channel: 'query', responseTxt: null }), message(5, { channel: 'recheck', ...RETRY })],
      [call(1, 'query', 'answered'), call(4, 'close', 'refused', 'TRADE_STATUS_NOT_AVAILD')],
    )
    expect(text).toContain(
      '|          o          |  WAIT_BUYER_PAY  读查询的回答  [applied → WAIT_BUYER_PAY]',
    )
    expect(text).toContain('TRADE_STATUS_NOT_AVAILD  结果')
    expect(text).toContain('WAIT_BUYER_PAY  重新检查  [duplicate]')
  })

  it('holds no sign, no notify_id and no address of the buyer', () => {
    const { groups } = draw(at(0), [message(1)], [])
    expect(JSON.stringify(groups)).not.toMatch(/a{32}|n1|buyer@/)
  })

  it('keeps strange words of a stranger’s gateway on their line', () => {
    const { text } = draw(null, [message(1, { responseTxt: 'a\nb\x1b[2J' })], [])
    expect(text).toContain('a?b?[2J  验证结果')
  })

  it('tells a changed price with the status', () => {
    const changed = message(1, { fromTrade: 'WAIT_BUYER_PAY', fromFen: 100, toFen: 50 })
    expect(draw(null, [changed], []).text).toContain('[applied → WAIT_BUYER_PAY, ¥1.00 -> ¥0.50]')
  })

  it('says all of it in English, too', () => {
    const { english } = draw(
      at(0),
      [
        message(2),
        message(3, RETRY),
        message(4, RETRY),
        message(5, { channel: 'return', responseTxt: null }),
      ],
      [call(1, 'pay', null), call(9, 'close', 'answered')],
    )
    expect(english).toContain('WAIT_BUYER_PAY  notification')
    expect(english).toContain('[duplicate]  ×2, the last at 2026-11-22 10:00:04')
    expect(english).toContain('close_trade  closes the trade')
    expect(english).not.toMatch(/\p{Script=Han}/u)
  })

  it('tells a payment by a code and a refund of the open platform, whose messages need no question', () => {
    const open = (second: number, verb: string, service: string) => ({
      ...call(second, 'query', 'answered'),
      ...{ id: `open ${second}`, verb, service: `alipay.trade.${service}` },
    })
    const told = { responseTxt: null, tradeStatus: 'TRADE_SUCCESS', toTrade: 'TRADE_SUCCESS' }
    const { text } = draw(
      at(0),
      [
        message(2, told),
        message(3, { ...told, channel: 'return', tradeStatus: null, toTrade: null, verdict: 'no_news', answer: '303' }),
        message(6, { ...told, channel: 'query', tradeStatus: null, fromTrade: 'TRADE_SUCCESS', toTrade: 'TRADE_CLOSED' }),
      ],
      [open(1, 'pay', 'precreate'), open(4, 'refund', 'refund'), open(5, 'refund_query', 'fastpay.refund.query')],
    )
    expect(text.slice(text.indexOf('2026'))).toBe(`2026-11-22 10:00:00  |--------->|          |  order  下单
2026-11-22 10:00:01  |          |--------->|  alipay.trade.precreate  要付款码
                     |          |<---------|  10000  结果
2026-11-22 10:00:02  |          |<---------|  TRADE_SUCCESS  异步通知
                     |          |--------->|  success  回答  [applied → TRADE_SUCCESS]
2026-11-22 10:00:03  |--------->|          |  return_url  页面返回
                     |<---------|          |  303  回订单页  [no_news]
2026-11-22 10:00:04  |          |--------->|  alipay.trade.refund  退款
                     |          |<---------|  10000  结果
2026-11-22 10:00:05  |          |--------->|  alipay.trade.fastpay.refund.query  查询退款
                     |          |<---------|  10000  结果
2026-11-22 10:00:06  |          o          |  REFUND_SUCCESS  读查询的回答  [applied → TRADE_CLOSED]
`)
  }) // prettier-ignore

  it('says so where there is nothing', () => {
    expect(draw(null, [], []).text).toContain('还没有任何记录')
  })
})
