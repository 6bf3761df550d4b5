import { randomBytes } from 'node:crypto'
import type { Asked } from '../alipay/http'
import { openErrorHelp } from '../alipay/open/error-codes'
import { PAY_METHODS, tradeQuery } from '../alipay/open/methods'
import { readJsonAnswer } from '../alipay/open/read-answer'
import { formEncode } from '../alipay/params'
import { reasonInWords } from '../alipay/reason-words'
import type { Env } from '../env'
import { checkClock } from './check-clock'
import { check, type Line, say } from './report'
import { post, send, shortly } from './send'
import type { World } from './world'

type Alipay = Extract<Env['alipay'], { kind: 'open' }>

/** Checks both keys, application, clock and contract by a signed question about an order that cannot exist. */
export async function checkOpen(alipay: Alipay, world: World): Promise<Line[]> {
  const orderNo = `doctor${randomBytes(12).toString('hex')}`
  const { action, fields, charset } = tradeQuery(alipay, { orderNo, tradeNo: null }, world.now())
  const asked = await send(world, action, post(formEncode(fields, charset)))
  const clock = asked.ok ? [checkClock(asked.headers.get('date'), world)] : []
  return [...clock, ...judge(asked, alipay), contractLine(alipay)]
}

function judge(asked: Asked, alipay: Alipay): Line[] {
  const gateway = check('T5.2-1A', 'gateway-answer')
  const key = check('O5', 'alipay-key')
  const unknown = key.skipped('没有签了名的回答，没有查', 'there was no signed answer to check it by')
  if (!asked.ok || asked.status !== 200)
    return [
      gateway.error(
        `网关没有好好回答：${shortly(asked)}`,
        `no good answer from the gateway: ${shortly(asked)}`,
        say('核对 ALIPAY_GATEWAY_URL，稍后再试', 'Check ALIPAY_GATEWAY_URL, and try again later'),
      ),
      unknown,
    ]
  const answer = readJsonAnswer(asked.bytes, ['alipay.trade.query'], alipay.alipayPublicKey)
  if (answer.kind === 'unbelievable' && answer.code === 'wrong_sign')
    return [
      gateway.ok('网关有回答', 'the gateway answers'),
      key.error(
        '回答的签名用 ALIPAY_PUBLIC_KEY 验不过',
        'the signature of its answer does not verify by ALIPAY_PUBLIC_KEY',
        say(
          '到开放平台 → 应用 → 接口加签方式，重新复制“支付宝公钥”；正式环境和沙箱的不同，重新上传应用公钥以后也会变',
          'Copy Alipay’s public key again from the application’s ways of signing; the sandbox at Alipay has another, and it changes when the application’s key is uploaded anew',
        ),
      ),
    ]
  if (answer.kind === 'unbelievable')
    return [
      gateway.error(
        `网关的回答不对：${reasonInWords(answer, 'zh')}`,
        `the gateway’s answer is no answer: ${reasonInWords(answer, 'en')}`,
        say(
          '核对 ALIPAY_GATEWAY_URL：路径以 gateway.do 结尾',
          'Check ALIPAY_GATEWAY_URL: its path ends in gateway.do',
        ),
      ),
      unknown,
    ]
  const verified = key.ok(
    '回答的签名用 ALIPAY_PUBLIC_KEY 验得过',
    'the signature of its answer verifies by ALIPAY_PUBLIC_KEY',
  )
  const isSigned = answer.kind !== 'refused' || answer.signed
  const keyLine = isSigned ? verified : unknown
  const code = answer.kind === 'signed' ? '10000' : answer.code
  if (code === 'TRADE_NOT_EXIST' && isSigned)
    return [
      gateway.ok(
        '网关认得应用，也认得用应用私钥做的签名',
        'the gateway knows the application and the sign made with its private key',
      ),
      keyLine,
    ]
  const help = openErrorHelp(code)
  return [
    gateway.error(
      `网关拒绝了请求：${code} ${help?.cause.zh ?? ''}`,
      `the gateway refuses requests: ${code} ${help?.cause.en ?? ''}`,
      help?.remedy ??
        say('到开放平台的文档里查这个错误代码', 'Look the code up in the documents of the open platform'),
    ),
    keyLine,
  ]
}

/** A payment cannot be tried without beginning a trade, so a person looks. */
function contractLine({ product }: Alipay): Line {
  const methods = product === 'qr' ? [PAY_METHODS.code] : [PAY_METHODS.desktop, PAY_METHODS.phone]
  const names = methods.map(({ method }) => method).join(', ')
  return check('T2.1', 'contract').look(
    `签约要包括 ${names}：不开始一笔交易就问不出来`,
    `the contract must include ${names}: that cannot be asked without beginning a trade`,
  )
}
