import { createPrivateKey } from 'node:crypto'
import type { Language } from './dictionary'
import { SANDBOX_ACCOUNT, SANDBOX_APP, SANDBOX_GATEWAY_KEYS } from './sandbox-account'

/**
 * What a gateway without a shop prints once it is ready: the settings that a program needs for both interfaces, and how it is
 * controlled. Programs wait for the first line.
 */
export function gatewayText(origin: string, language: Language): string {
  const say = (zh: string, en: string) => (language === 'zh' ? zh : en)
  const api = `${origin}/sandbox/api`
  return [
    `担保 Danbao gateway is ready: ${origin}/sandbox/gateway.do`,
    '',
    say('开放平台（RSA2）', 'Open platform (RSA2)'),
    ...lines({
      gateway: `${origin}/sandbox/gateway.do`,
      app_id: SANDBOX_APP.appId,
      [say('应用私钥 PKCS#8', 'private key, PKCS#8')]: SANDBOX_APP.privateKey,
      [say('应用私钥 PKCS#1', 'private key, PKCS#1')]: asPkcs1(SANDBOX_APP.privateKey),
      [say('支付宝公钥', 'Alipay’s public key')]: SANDBOX_GATEWAY_KEYS.publicKey,
      seller_id: SANDBOX_ACCOUNT.partner,
    }),
    '',
    say('旧接口（担保交易、即时到账，MD5）', 'Old interface (escrow, instant payment; MD5)'),
    ...lines({
      gateway: `${origin}/sandbox/gateway.do`,
      partner: SANDBOX_ACCOUNT.partner,
      key: SANDBOX_ACCOUNT.key,
      seller_email: SANDBOX_ACCOUNT.sellerEmail,
    }),
    '',
    say(
      '通知和返回的地址可以是本机的任何端口。买家和卖家要做的，在控制台里做，或者用程序：',
      'Notify and return addresses may be any port of this machine. What buyer and seller do is done in the console, or by a program:',
    ),
    ...lines({
      [say('控制台', 'console')]: `${origin}/sandbox/console`,
      [say('付款', 'pay')]: `curl -X POST ${api}/trades/OUT_TRADE_NO/pay`,
      [say('退款', 'refund')]: `curl -X POST ${api}/trades/OUT_TRADE_NO/refund -d '{"amount":"0.01"}'`,
      [say('看一笔交易', 'look')]: `curl ${api}/trades/OUT_TRADE_NO`,
      [say('拨快时钟', 'clock')]: `curl -X POST ${api}/clock -d '{"advance":"25h"}'`,
      [say('登记别的商户', 'another merchant')]: `POST ${api}/merchants`,
    }),
    say('  更多见 docs/sandbox.zh-CN.md。', '  More: docs/sandbox.md.'),
    '',
  ].join('\n')
}

const lines = (settings: Record<string, string>) =>
  Object.entries(settings).map(([name, value]) => `  ${name}: ${value}`)

/** Some SDKs read the older form only. */
const asPkcs1 = (pkcs8: string) =>
  createPrivateKey({ key: Buffer.from(pkcs8, 'base64'), format: 'der', type: 'pkcs8' })
    .export({ format: 'der', type: 'pkcs1' })
    .toString('base64')
