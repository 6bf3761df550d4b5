import { randomBytes } from 'node:crypto'
import type { Asked } from '../alipay/http'
import { formEncode } from '../alipay/params'
import { errorHelp } from '../alipay/partner/error-codes'
import { notifyVerify } from '../alipay/partner/notify-verify'
import { readXmlAnswer } from '../alipay/partner/read-xml-answer'
import { signRequest } from '../alipay/partner/request'
import { reasonInWords } from '../alipay/reason-words'
import type { Language } from '../dictionary'
import type { Env } from '../env'
import { checkClock } from './check-clock'
import { check, type Line, say } from './report'
import { send, shortly } from './send'
import type { World } from './world'

type Alipay = Extract<Env['alipay'], { kind: 'partner' }>

/** Checks key, partner, contract, charset, clock and notify_verify by requests that begin nothing. */
export async function checkPartner(alipay: Alipay, world: World): Promise<Line[]> {
  const answer = await ask(alipay, world, { service: 'single_trade_query', out_trade_no: newNumber() })
  const account = judgeQuery(answer, alipay)
  const clock = isAnswer(answer) ? [checkClock(answer.headers.get('date'), world)] : []
  const contract =
    account.level === 'error'
      ? check('T2.1', 'contract').skipped('先把上面的改好', 'the above comes first')
      : await checkContract(alipay, world)
  return [...clock, account, contract, await checkVerify(alipay, world)]
}

/** A signed GET that begins nothing. */
function ask(alipay: Alipay, world: World, params: Record<string, string>): Promise<Asked> {
  const { fields, charset } = signRequest(alipay, params)
  return send(world, `${alipay.gatewayUrl}?${formEncode(fields, charset)}`)
}

const isAnswer = (asked: Asked): asked is Extract<Asked, { ok: true }> => asked.ok && asked.status === 200

/** The number of an order that cannot exist. */
const newNumber = () => `doctor-${randomBytes(12).toString('hex')}`

/** Codes by which the gateway says that the contract lacks a service (protocol.md 7.1, 7.2). */
const NO_CONTRACT = [
  'HAS_NO_PRIVILEGE',
  'HASH_NO_PRIVILEGE',
  'ILLEGAL_PARTNER_EXTERFACE',
  'ILLEGAL_EXTERFACE',
]

/** Judges the answer to a signed query about no order: partner and key are right if only the trade is unknown. */
function judgeQuery(answer: Asked, { key, oldKey }: Alipay): Line {
  const line = check('T5.2-1A', 'gateway-answer')
  if (!isAnswer(answer))
    return line.error(
      `网关没有好好回答：${shortly(answer)}`,
      `no good answer from the gateway: ${shortly(answer)}`,
      say('核对 ALIPAY_GATEWAY_URL，稍后再试', 'Check ALIPAY_GATEWAY_URL, and try again later'),
    )
  const xml = readXmlAnswer(answer.bytes, key)
  if (xml.kind === 'malformed') {
    const code = knownCode(answer.bytes)
    return line.error(
      `网关回答的不是 XML，而是网页${code ? `（${code}）` : ''}`,
      `the gateway answered with a page instead of XML${code ? ` (${code})` : ''}`,
      (code && errorHelp(code)?.remedy) ||
        say(
          '核对 ALIPAY_GATEWAY_URL：路径以 gateway.do 结尾',
          'Check ALIPAY_GATEWAY_URL: its path ends in gateway.do',
        ),
    )
  }
  const code = xml.kind === 'refused' ? xml.code : 'is_success T'
  if (code === 'TRADE_NOT_EXIST')
    return line.ok(
      '网关认得 partner，也认得用 key 做的签名',
      'the gateway knows partner and the sign made with key',
    )
  if (NO_CONTRACT.includes(code))
    return line.warning(
      `签约里没有单笔交易查询（${code}）`,
      `the contract has no single_trade_query (${code})`,
      say(
        '订单只能靠通知更新；要能主动查询，就和支付宝签这个接口',
        'Orders then follow notifications only; to be able to ask, have it added to the contract',
      ),
    )
  if (code === 'ILLEGAL_SIGN' && oldKey)
    return line.error(
      `网关不认得用新的 key 做的签名（${code}）`,
      `the gateway does not know the sign made with the new key (${code})`,
      say(
        '核对新的 key；它在支付宝还没生效，就先把旧的放回 ALIPAY_KEY，去掉 ALIPAY_KEY_OLD',
        'Check the new key; if it is not in force at Alipay yet, put the old one back into ALIPAY_KEY and remove ALIPAY_KEY_OLD',
      ),
    )
  return refusal(line, code)
}

function refusal(line: ReturnType<typeof check>, code: string): Line {
  const help = errorHelp(code)
  return line.error(
    `网关拒绝了请求：${code} ${help?.cause.zh ?? ''}`,
    `the gateway refuses requests: ${code} ${help?.cause.en ?? ''}`,
    help?.remedy ?? say('到支付宝的文档里查这个错误代码', "Look the code up in Alipay's documents"),
  )
}

/**
 * Whether the contract has the escrow service (T2.1): a payment request whose price is 0, which begins nothing. The
 * gateway looks at contract and sign before it looks at the price (protocol.md 3). Its Chinese subject tells a wrong
 * charset from a wrong key.
 */
async function checkContract(alipay: Alipay, world: World): Promise<Line> {
  const line = check('T2.1', 'contract')
  const answer = await ask(alipay, world, {
    service: 'create_partner_trade_by_buyer',
    out_trade_no: newNumber(),
    subject: '体检',
    payment_type: '1',
    price: '0.00',
    quantity: '1',
    logistics_type: 'EXPRESS',
    logistics_fee: '0.00',
    logistics_payment: 'SELLER_PAY',
    seller_id: alipay.partner,
    seller_email: alipay.sellerEmail,
  })
  const code = isAnswer(answer) ? knownCode(answer.bytes) : undefined
  if (!code) {
    const why = isAnswer(answer) ? '' : shortly(answer)
    return line.look(
      `问不出签约里有没有担保交易 ${why}`,
      `it could not be asked whether the contract has escrow ${why}`,
      CONTRACT_PAGE,
    )
  }
  if (['ILLEGAL_ARGUMENT', 'ILLEGAL_FEE_PARAM', 'TOTAL_FEE_LESSEQUAL_ZERO'].includes(code))
    return line.ok(
      '签约里有担保交易，中文的签名也对',
      'the contract has escrow, and Chinese text signs right',
    )
  if (NO_CONTRACT.includes(code))
    return line.error(`签约里没有担保交易（${code}）`, `the contract has no escrow (${code})`, CONTRACT_PAGE)
  if (code === 'ILLEGAL_SIGN')
    return line.error(
      `没有中文的请求签名对，有中文的不对（${code}）：编码不一致`,
      `without Chinese the sign is right, with it it is not (${code}): the charset differs`,
      say(
        '核对 ALIPAY_INPUT_CHARSET，再看中间有没有改写请求的代理',
        'Check ALIPAY_INPUT_CHARSET, and look for a proxy that rewrites requests',
      ),
    )
  return refusal(line, code)
}

const CONTRACT_PAGE = say(
  '用签约的账号登录支付宝，看“商家服务”→“我的产品”里有没有担保交易',
  'Sign in to Alipay with the account of the contract and look under 商家服务, 我的产品 for 担保交易',
)

/** What notify_verify says to a made-up notify_id (protocol.md 2.9). */
async function checkVerify(alipay: Alipay, world: World): Promise<Line> {
  const line = check('T5.2-3A', 'notify-verify')
  const asked = await notifyVerify(alipay, randomBytes(17).toString('hex'), world.fetch, world.timeoutMs)
  const word = asked.ok && asked.responseTxt
  if (word === 'false') return line.ok('通知验证的地址可用', 'the address that verifies notifications works')
  if (word === 'invalid')
    return line.error(
      '通知验证回答 invalid：partner 不对',
      'notify_verify says invalid: partner is wrong',
      say('核对 ALIPAY_PARTNER', 'Check ALIPAY_PARTNER'),
    )
  if (word === 'true')
    return line.error(
      '随便编的 notify_id，通知验证也说 true：这不是支付宝的网关',
      "notify_verify says true to a made-up notify_id: this is not Alipay's gateway",
      say('不要再用这个 ALIPAY_GATEWAY_URL', 'Do not use this ALIPAY_GATEWAY_URL'),
    )
  const said = (language: Language) => (asked.ok ? asked.responseTxt : reasonInWords(asked, language))
  return line.error(
    `通知验证没有回答 true 或 false：${said('zh')}`,
    `notify_verify says neither true nor false: ${said('en')}`,
    say(
      '每条通知都要问它；检查 DNS、防火墙和端口',
      'Every notification needs it; check DNS, firewall and ports',
    ),
  )
}

/** The first error code that a page shows. */
function knownCode(bytes: Uint8Array): string | undefined {
  const words = Buffer.from(bytes)
    .toString('latin1')
    .match(/\b[A-Za-z]+(_[A-Za-z0-9]+)+\b/g)
  return words?.find((word) => errorHelp(word))
}
