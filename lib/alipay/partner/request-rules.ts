import { parameterWithin } from '../ambiguity'
import { type Charset, firstUnencodable } from '../charset'
import { LOGISTICS_TYPES } from '../logistics'
import type { ErrorCode } from './error-codes'
import { escrowTotalFen } from './totals'
import { parseSignedYuan, parseYuan } from '../money'
import type { Refusal } from '../refusal'

export type RequestParams = Readonly<Record<string, string | undefined>>

/** Checks a value that is not empty. Returns what is wrong, or undefined. */
type Check = (value: string) => (Pick<Refusal, 'zh' | 'en'> & { code?: ErrorCode }) | undefined
type Rules = Readonly<Record<string, Check>>

/** 1,000,000.00 yuan (protocol.md 2.2) and 100,000,000.00 yuan (2.5), in fen. */
const ESCROW_MAX_FEN = 100_000_000
const DIRECT_MAX_FEN = 10_000_000_000

const wrong = (zh: string, en: string, code?: ErrorCode) => ({ zh, en, code })

/** Length as the gateway counts, a Chinese character as two: String(256) holds 128 of them (protocol.md 2.2). */
export function gatewayLength(text: string): number {
  let length = 0
  for (const character of text) length += character <= '\x7f' ? 1 : 2
  return length
}

const text =
  (max: number): Check =>
  (value) =>
    gatewayLength(value) > max
      ? wrong(
          `最多 ${max} 个字符（一个汉字算两个），现在是 ${gatewayLength(value)} 个`,
          `at most ${max} characters (a Chinese one counts as two), not ${gatewayLength(value)}`,
        )
      : undefined

const without =
  (forbidden: RegExp, max: number): Check =>
  (value) =>
    forbidden.test(value)
      ? wrong(
          `不能含 ${forbidden.source.slice(1, -1)} 这些符号`,
          `must not contain any of ${forbidden.source.slice(1, -1)}`,
        )
      : text(max)(value)

const oneOf =
  (words: readonly string[], code?: ErrorCode): Check =>
  (value) =>
    words.includes(value)
      ? undefined
      : wrong(`只能是 ${words.join('、')}`, `must be one of ${words.join(', ')}`, code)

const matching =
  (pattern: RegExp, zh: string, en: string): Check =>
  (value) =>
    pattern.test(value) ? undefined : wrong(zh, en)

const amount =
  (minFen: number, maxFen: number, parse = parseYuan): Check =>
  (value) => {
    const fen = parse(value)
    if (fen === undefined)
      return wrong(
        '金额要写成 0.01 这样，单位元，最多两位小数',
        'must be an amount in yuan like 0.01, with at most two decimals',
      )
    if (fen < minFen) return wrong('金额太小，最少 0.01 元', 'too small: at least 0.01 yuan')
    return fen > maxFen
      ? wrong(
          `金额太大，最多 ${maxFen / 100} 元`,
          `too large: at most ${maxFen / 100} yuan`,
          'TOTAL_FEE_GREATER_THAN_MAX',
        )
      : undefined
  }

const url =
  (max: number): Check =>
  (value) =>
    value.length <= max && /^https?:\/\/[^\s/?#]+/i.test(value) && URL.canParse(value)
      ? undefined
      : wrong(
          `要写完整的网址，以 http:// 或 https:// 开头，最多 ${max} 个字符`,
          `must be a complete URL beginning with http:// or https://, at most ${max} characters`,
        )

/** A query is allowed, a fragment is not, because nothing can be appended behind it (protocol.md 5.1). */
const messageUrl: Check = (value) =>
  value.includes('#')
    ? wrong('网址不能带锚点（# 及后面的内容）', 'must not contain a fragment (# and what follows)')
    : url(200)(value)

const PARTNER_ID = matching(
  /^2088\d{12}$/,
  '要写 2088 开头的 16 位数字',
  'must be 16 digits beginning with 2088',
)
const DAYS = matching(/^[1-9]\d{0,2}d$/, '要写成 7d 这样的天数', 'must be a number of days like 7d')

const MINUTES = { m: 1, h: 60, d: 24 * 60 } as const
const MAX_TIMEOUT_MINUTES = 15 * MINUTES.d

const timeout: Check = (value) => {
  const match = /^([1-9]\d{0,4})([mhd])$/.exec(value)
  const minutes = Number(match?.[1]) * MINUTES[(match?.[2] ?? 'm') as keyof typeof MINUTES]
  return value === '1c' || minutes <= MAX_TIMEOUT_MINUTES
    ? undefined
    : wrong(
        '要写成 90m、2h、15d 或 1c，不能有小数，最长 15d',
        'must be like 90m, 2h, 15d or 1c, without decimals, at most 15d',
      )
}

/** What every payment request may carry (protocol.md 2.1 and the rows that 2.2 and 2.5 share). */
const COMMON: Rules = {
  out_trade_no: text(64),
  notify_url: messageUrl,
  return_url: messageUrl,
  show_url: url(400),
  seller_id: PARTNER_ID,
  seller_email: text(100),
  seller_account_name: text(100),
  buyer_id: PARTNER_ID,
  buyer_email: text(100),
  buyer_account_name: text(100),
  quantity: matching(/^[1-9]\d{0,8}$/, '数量要写正整数', 'must be a positive whole number'),
  it_b_pay: timeout,
  token: text(40),
}

const LOGISTICS = ['', '_1', '_2'] as const
const LOGISTICS_CHECKS: Rules = {
  logistics_type: oneOf(LOGISTICS_TYPES, 'ILLEGAL_LOGISTICS_FORMAT'),
  logistics_fee: (value) => {
    const found = amount(0, ESCROW_MAX_FEN)(value)
    return found && { ...found, code: 'ILLEGAL_LOGISTICS_FORMAT' }
  },
  logistics_payment: oneOf(
    ['BUYER_PAY', 'SELLER_PAY', 'BUYER_PAY_AFTER_RECEIVE'],
    'ILLEGAL_LOGISTICS_FORMAT',
  ),
}

const ESCROW: Rules = {
  ...COMMON,
  subject: text(256),
  body: text(400),
  payment_type: oneOf(['1'], 'ILLEGAL_PAYMENT_TYPE'),
  price: amount(1, ESCROW_MAX_FEN),
  discount: amount(-ESCROW_MAX_FEN, ESCROW_MAX_FEN, parseSignedYuan),
  ...Object.fromEntries(
    LOGISTICS.flatMap((n) => Object.entries(LOGISTICS_CHECKS).map(([name, check]) => [name + n, check])),
  ),
  receive_name: text(128),
  receive_address: text(256),
  receive_zip: text(20),
  receive_phone: text(30),
  receive_mobile: text(30),
  t_s_send_1: DAYS,
  t_s_send_2: DAYS,
  t_b_rec_post: DAYS,
}

const DIRECT: Rules = {
  ...COMMON,
  subject: without(/[#%&+]/, 256),
  body: without(/[#%&+]/, 1000),
  payment_type: oneOf(['1', '4', '47'], 'ILLEGAL_PAYMENT_TYPE'),
  total_fee: amount(1, DIRECT_MAX_FEN),
  price: amount(1, DIRECT_MAX_FEN),
  error_notify_url: url(200),
  paymethod: oneOf(['directPay', 'creditPay', 'bankPay', 'cartoon', 'cash']),
  need_ctu_check: oneOf(['Y', 'N']),
  royalty_type: oneOf(['10']),
  royalty_parameters: text(1000),
  exter_invoke_ip: text(15),
  extra_common_param: without(/[#%&+=]/, 100),
  default_login: oneOf(['Y', 'N']),
  item_orders_info: text(40_000),
  sign_id_ext: text(50),
  sign_name_ext: text(128),
  qr_pay_mode: oneOf(['0', '1', '2', '3']),
}

const refuse = (parameter: string, code: ErrorCode, zh: string, en: string): Refusal<ErrorCode> => ({
  parameter,
  code,
  zh,
  en,
})

const ESCROW_REQUIRED = ['out_trade_no', 'subject', 'payment_type', 'price', 'quantity']

/**
 * What the gateway would refuse in a `create_partner_trade_by_buyer` or `trade_create_by_buyer` request (protocol.md
 * 2.2, 2.3); empty if nothing.
 */
export function checkEscrowRequest(params: RequestParams, charset: Charset): Refusal<ErrorCode>[] {
  const found = [...checkValues(params, ESCROW, ESCROW_REQUIRED, charset), ...checkLogistics(params)]
  return found.length > 0 ? found : checkEscrowTotal(params)
}

/** The same for `create_digital_goods_trade_p`, which may leave the logistics out (protocol.md 2.4, spec.md F5). */
export function checkDigitalGoodsRequest(params: RequestParams, charset: Charset): Refusal<ErrorCode>[] {
  const hasLogistics = Object.keys(LOGISTICS_CHECKS).some((name) => params[name])
  if (hasLogistics) return checkEscrowRequest(params, charset)
  const found = checkValues(params, ESCROW, ESCROW_REQUIRED, charset)
  return found.length > 0 ? found : checkEscrowTotal(params)
}

function checkEscrowTotal(params: RequestParams): Refusal<ErrorCode>[] {
  for (const n of LOGISTICS) {
    if (n !== '' && !params[`logistics_type${n}`]) continue
    const totalFen = escrowTotalFen((name) => params[name], n) ?? Infinity // each part is an amount, so the total is too large
    if (totalFen <= 0) {
      const zh = '单价乘数量加折扣之后，总价必须大于 0'
      return [refuse('price', 'TOTAL_FEE_LESSEQUAL_ZERO', zh, 'price x quantity + discount must be above 0')]
    }
    if (totalFen > ESCROW_MAX_FEN) {
      const en = 'the total may be at most 1000000.00 yuan'
      return [refuse('price', 'TOTAL_FEE_GREATER_THAN_MAX', '总价最多 1000000.00 元', en)]
    }
  }
  return []
}

/** What the gateway would refuse in a `create_direct_pay_by_user` request (protocol.md 2.5); empty if nothing. */
export function checkDirectPayRequest(params: RequestParams, charset: Charset): Refusal<ErrorCode>[] {
  const found = checkValues(params, DIRECT, ['out_trade_no', 'subject', 'payment_type'], charset)
  const byTotal = Boolean(params.total_fee)
  const byPrice = Boolean(params.price || params.quantity)
  if (byTotal && byPrice) {
    found.push(
      refuse(
        'total_fee',
        'ILLEGAL_FEE_PARAM',
        'total_fee 与 price、quantity 只能用一种',
        'give total_fee or price and quantity, not both',
      ),
    )
  } else if (!byTotal && !(params.price && params.quantity)) {
    found.push(
      refuse(
        'total_fee',
        'ILLEGAL_FEE_PARAM',
        '要有 total_fee，或者 price 加 quantity',
        'give total_fee, or price and quantity',
      ),
    )
  }
  if (params.payment_type === '47' && !params.extend_param?.includes('evoucheprod_evouche_id^')) {
    found.push(
      refuse(
        'extend_param',
        'ILLEGAL_ARGUMENT',
        'payment_type 为 47 时必须带 evoucheprod_evouche_id',
        'payment_type 47 needs evoucheprod_evouche_id',
      ),
    )
  }
  return found
}

function checkValues(
  params: RequestParams,
  rules: Rules,
  required: string[],
  charset: Charset,
): Refusal<ErrorCode>[] {
  const found = required
    .filter((name) => !params[name])
    .map((name) => refuse(name, 'ILLEGAL_ARGUMENT', `缺少必填参数 ${name}`, `${name} is required`))
  if (!params.seller_id && !params.seller_email && !params.seller_account_name) {
    found.push(
      refuse(
        'seller_email',
        'ILLEGAL_ARGUMENT',
        'seller_id、seller_account_name、seller_email 至少要有一个',
        'one of seller_id, seller_account_name, seller_email is required',
      ),
    )
  }
  for (const [name, value] of Object.entries(params)) {
    if (!value) continue
    const problem =
      unencodable(value, charset) ??
      controlCharacter(value) ??
      anotherParameter(value) ??
      (Object.hasOwn(rules, name) ? rules[name]?.(value) : undefined)
    if (problem) found.push(refuse(name, problem.code ?? 'ILLEGAL_ARGUMENT', problem.zh, problem.en))
  }
  return found
}

function unencodable(value: string, charset: Charset): ReturnType<Check> {
  const character = firstUnencodable(value, charset)
  return character === undefined
    ? undefined
    : wrong(
        `${charset} 编码里没有“${character}”这个字符，请去掉或换一个`,
        `${charset} cannot carry the character "${character}": leave it out`,
        'ILLEGAL_SIGN',
      )
}

/**
 * A browser sends a line break in a hidden field as CR LF, which breaks the sign; a NUL or ESC is not text. U+FFFE and
 * U+FFFF are not characters, and no XML answer of the gateway could repeat them.
 */
export const hasControlCharacter = (text: string) => /[\x00-\x1f\x7f\ufffe\uffff]/.test(text)

function controlCharacter(value: string): ReturnType<Check> {
  return hasControlCharacter(value)
    ? wrong('不能含换行或控制字符', 'must not contain line breaks or control characters')
    : undefined
}

/** The sign of a request with such a value would fit another request as well (ambiguity.ts). */
function anotherParameter(value: string): ReturnType<Check> {
  const within = parameterWithin(value)
  return within
    ? wrong(
        `不能含“&${within}=”这样像参数的文字`,
        `must not contain "&${within}=", which reads like a parameter`,
      )
    : undefined
}

/** One to three groups, each all of type, fee and payment, none without the one before, no type twice. */
function checkLogistics(params: RequestParams): Refusal<ErrorCode>[] {
  const found: Refusal<ErrorCode>[] = []
  const types: string[] = []
  let previousMissing = false
  for (const n of LOGISTICS) {
    const names = Object.keys(LOGISTICS_CHECKS).map((name) => name + n)
    const missing = names.filter((name) => !params[name])
    const say = (parameter: string, zh: string, en: string) =>
      found.push(refuse(parameter, 'ILLEGAL_LOGISTICS_FORMAT', zh, en))
    if (missing[0] && (n === '' || missing.length < names.length)) {
      say(
        missing[0],
        `物流参数要三个一组：${names.join('、')}`,
        `logistics parameters come three at a time: ${names.join(', ')}`,
      )
    }
    const type = params[`logistics_type${n}`]
    if (type && previousMissing)
      say(`logistics_type${n}`, '前一组物流参数没有写', 'the group before this one is missing')
    if (type && types.includes(type))
      say(`logistics_type${n}`, `物流类型 ${type} 重复`, `the logistics type ${type} is there already`)
    if (type) types.push(type)
    previousMissing = !type
  }
  return found
}
