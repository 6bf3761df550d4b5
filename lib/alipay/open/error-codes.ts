import type { ErrorHelp } from '../error-help'

/**
 * The codes of the open platform that this shop can meet: those of its gate (`isv.`, `aop.`) and those of trades, which it
 * writes with `ACQ.` before them. Collected from the official SDKs and from the threads of people who met them
 * (docs/protocol-open.md).
 */
export const OPEN_ERROR_CODES = {
  'isv.invalid-app-id': {
    title: { zh: 'app_id 不正确', en: 'The app_id is wrong' },
    cause: {
      zh: '没有这个应用，或者应用和网关不在同一个环境：正式的 app_id 发到了支付宝沙箱，或者反过来。',
      en: 'There is no such application, or it belongs to the other environment: a real app_id sent to Alipay’s sandbox, or the other way round.',
    },
    remedy: {
      zh: '在开放平台控制台的应用详情里重新复制 APPID（16 位数字），再核对 ALIPAY_GATEWAY_URL 是不是同一个环境的。',
      en: 'Copy the APPID (16 digits) again from the application’s page in the console, then check that ALIPAY_GATEWAY_URL is of the same environment.',
    },
  },
  'isv.invalid-method': {
    title: { zh: '没有这个接口', en: 'There is no such method' },
    cause: {
      zh: '网关不认识 method 指定的接口。',
      en: 'The gateway does not know the method.',
    },
    remedy: {
      zh: '核对 ALIPAY_GATEWAY_URL：正式环境是 https://openapi.alipay.com/gateway.do，不是旧接口的 mapi.alipay.com。',
      en: 'Check ALIPAY_GATEWAY_URL: the real one is https://openapi.alipay.com/gateway.do, not mapi.alipay.com of the old interface.',
    },
  },
  'isv.invalid-signature': {
    title: { zh: '签名不正确', en: 'The signature is wrong' },
    cause: {
      zh: '支付宝用您上传的应用公钥验不过请求的签名：本店用的应用私钥和上传的应用公钥不是一对，或者应用配的是别的签名方式。',
      en: 'Alipay cannot verify the request with the application’s public key that was uploaded: the private key of this shop is not its other half, or the application has another way of signing set.',
    },
    remedy: {
      zh: '运行 npm run doctor，它打印本店应用公钥的指纹；到开放平台 → 应用 → 接口加签方式（密钥/证书）核对上传的是不是它。不是就重新上传，再把新显示的支付宝公钥填进 ALIPAY_PUBLIC_KEY。',
      en: 'Run npm run doctor, which prints the fingerprint of this shop’s own public key, and compare it with the one uploaded at the open platform (application → ways of signing). If it is another, upload this one and copy Alipay’s public key, which is then shown, into ALIPAY_PUBLIC_KEY.',
    },
  },
  'isv.invalid-signature-type': {
    title: { zh: '签名类型不正确', en: 'The type of signature is wrong' },
    cause: {
      zh: '应用没有设成 RSA2（SHA256withRSA）加签。',
      en: 'The application is not set to sign by RSA2 (SHA256withRSA).',
    },
    remedy: {
      zh: '到开放平台 → 应用 → 接口加签方式，选“公钥”模式和 RSA2。',
      en: 'At the open platform, in the application’s ways of signing, choose public keys and RSA2.',
    },
  },
  'isv.invalid-timestamp': {
    title: { zh: '时间不正确', en: 'The timestamp is wrong' },
    cause: {
      zh: '请求里的 timestamp 和支付宝的时间差得太远。本店总是写北京时间，所以多半是服务器的时钟不准。',
      en: 'The timestamp is too far from Alipay’s time. This shop always writes Beijing’s, so the clock of its server is probably wrong.',
    },
    remedy: {
      zh: '让服务器对时（NTP），再运行 npm run doctor 看时钟一项。',
      en: 'Let the server set its clock (NTP), then see the clock in npm run doctor.',
    },
  },
  'isv.invalid-charset': {
    title: { zh: '编码不正确', en: 'The charset is wrong' },
    cause: { zh: '网关不接受请求的编码。', en: 'The gateway does not take the charset of the request.' },
    remedy: {
      zh: '本店总是用 utf-8；请看中间的代理有没有改写请求。',
      en: 'This shop always writes utf-8; see whether a proxy on the way rewrites requests.',
    },
  },
  'isv.missing-parameter': {
    title: { zh: '缺少参数', en: 'A parameter is missing' },
    cause: { zh: '请求里少了必填的参数。', en: 'The request lacks a mandatory parameter.' },
    remedy: {
      zh: '在订单页看本店发出的请求，核对 biz_content 里的 out_trade_no、total_amount、subject。',
      en: 'See the request on the order’s page in the back office, and in its biz_content out_trade_no, total_amount and subject.',
    },
  },
  'isv.insufficient-isv-permissions': {
    title: { zh: '没有这个接口的权限', en: 'No permission for this method' },
    cause: {
      zh: '应用没有上线，或者没有签约这个产品：电脑网站支付、手机网站支付、当面付要分别签约。',
      en: 'The application is not online, or there is no contract for this product: payment on web pages, on phones, and by code are three contracts.',
    },
    remedy: {
      zh: '到开放平台 → 应用 → 产品，看状态是不是“已签约”。只签了当面付，就设 ALIPAY_PRODUCT=qr。',
      en: 'At the open platform, see the application’s products. With a contract for codes alone, set ALIPAY_PRODUCT=qr.',
    },
  },
  'aop.invalid-auth-token': {
    title: { zh: '授权无效', en: 'The authorisation is not valid' },
    cause: {
      zh: '请求代表了另一个商户，而授权过期或者不存在。',
      en: 'The request speaks for another merchant, and the authorisation has expired or does not exist.',
    },
    remedy: {
      zh: '本店只用自己的应用，不需要授权令牌：核对 ALIPAY_APP_ID。',
      en: 'This shop uses its own application and needs no token: check ALIPAY_APP_ID.',
    },
  },
  'aop.call-limited': {
    title: { zh: '请求太频繁', en: 'Too many requests' },
    cause: { zh: '一分钟里的请求超过了上限。', en: 'More requests in a minute than are allowed.' },
    remedy: {
      zh: '等一会儿再试；看看是不是有别的程序在用同一个应用。',
      en: 'Wait a while; see whether another program uses the same application.',
    },
  },
  SYSTEM_ERROR: {
    title: { zh: '支付宝系统错误', en: 'An error at Alipay' },
    cause: {
      zh: '支付宝自己也不知道做没做成。',
      en: 'Alipay itself does not know whether it was done.',
    },
    remedy: {
      zh: '不要换号重做，先查询。退款用同一个退款号再发一次。',
      en: 'Do not repeat it under another number: query first. A refund may be sent again under its own number.',
    },
  },
  INVALID_PARAMETER: {
    title: { zh: '参数不正确', en: 'A parameter is wrong' },
    cause: {
      zh: 'biz_content 里某个值的格式或长度不对。',
      en: 'A value in biz_content has a wrong format or length.',
    },
    remedy: {
      zh: '看订单页上网关的回答：sub_msg 说的是哪一个参数。',
      en: 'See the gateway’s answer on the order’s page: sub_msg names the parameter.',
    },
  },
  TRADE_NOT_EXIST: {
    title: { zh: '没有这笔交易', en: 'There is no such trade' },
    cause: {
      zh: '买家还没有在收银台登录或扫码，支付宝就还没有这笔交易；不等于交易已关闭。',
      en: 'Until the buyer has logged in at the cashier, or scanned the code, Alipay has no trade. That does not mean that it is closed.',
    },
    remedy: {
      zh: '买家说付过款的，核对查询用的是不是同一个应用和同一个环境。',
      en: 'If the buyer has paid, check that the query is made by the same application in the same environment.',
    },
  },
  CONTEXT_INCONSISTENT: {
    title: { zh: '同一个订单号，内容不同', en: 'The same order number with other contents' },
    cause: {
      zh: '这个订单号以前用另一个金额或标题付过，支付宝上那笔交易还开着。',
      en: 'This order number was sent with another amount or subject before, and its trade is still open at Alipay.',
    },
    remedy: {
      zh: '关闭这个订单，重新下单：新的订单号才有新的交易。两个系统用同一个应用的，给订单号加上各自的前缀。',
      en: 'Close the order and order again: only a new number makes a new trade. Where two systems use one application, give their numbers a prefix each.',
    },
  },
  TRADE_HAS_SUCCESS: {
    title: { zh: '交易已经付款', en: 'The trade is paid already' },
    cause: {
      zh: '同一个订单号已经付过款，只是本店还没有收到消息。',
      en: 'The same order number has been paid; the shop has not heard of it yet.',
    },
    remedy: {
      zh: '查询这个订单，不要让买家再付一次。',
      en: 'Query the order; the buyer must not pay again.',
    },
  },
  TRADE_HAS_CLOSE: {
    title: { zh: '交易已经关闭', en: 'The trade is closed' },
    cause: {
      zh: '交易超时未付款，或者已经全额退款。',
      en: 'It was not paid in time, or has been refunded wholly.',
    },
    remedy: {
      zh: '查询这个订单；还要买的，请重新下单，新的订单号才有新的交易。',
      en: 'Query the order. To buy all the same, order again: only a new number makes a new trade.',
    },
  },
  TRADE_HAS_FINISHED: {
    title: { zh: '交易已经完结', en: 'The trade is finished' },
    cause: {
      zh: '可退款的期限过了，支付宝不再退这笔交易。',
      en: 'The time for refunds is over, and Alipay gives nothing of this trade back any more.',
    },
    remedy: {
      zh: '用转账等别的办法退给买家。',
      en: 'Pay the buyer back in another way, such as a transfer.',
    },
  },
  TRADE_STATUS_ERROR: {
    title: { zh: '交易的状态不允许', en: 'The trade’s status does not allow it' },
    cause: {
      zh: '例如关闭一笔已经付款的交易，或者退一笔没有付款的。',
      en: 'For example closing a trade that is paid, or refunding one that is not.',
    },
    remedy: { zh: '先查询，再按现在的状态处理。', en: 'Query first, and go by the present status.' },
  },
  BUYER_SELLER_EQUAL: {
    title: { zh: '买家和卖家是同一个账户', en: 'Buyer and seller are the same' },
    cause: { zh: '用收款的账户给自己付款。', en: 'The seller’s own account pays.' },
    remedy: { zh: '换一个支付宝账户付款。', en: 'Pay from another account.' },
  },
  TOTAL_FEE_EXCEED: {
    title: { zh: '金额超过上限', en: 'The amount is too large' },
    cause: {
      zh: '超过接口或者合同的单笔上限；个人当面付的上限更低。',
      en: 'It is over the limit of the method or of the contract; a private person’s limit is lower.',
    },
    remedy: {
      zh: '分成几个订单，或者提高签约的额度。',
      en: 'Make several orders, or raise the limit of the contract.',
    },
  },
  REFUND_AMT_NOT_EQUAL_TOTAL: {
    title: { zh: '退款金额超过可退的余额', en: 'The refund is more than is left' },
    cause: {
      zh: '加上以前退的，超过了买家付的钱。',
      en: 'With what went back before, it is more than the buyer has paid.',
    },
    remedy: {
      zh: '先查询：可能在支付宝网站上退过一部分。再按余额退。',
      en: 'Query first: a part may have been refunded on Alipay’s own pages. Then refund what is left.',
    },
  },
  SELLER_BALANCE_NOT_ENOUGH: {
    title: { zh: '卖家余额不足', en: 'The seller’s balance is too low' },
    cause: { zh: '收款账户里的钱不够退。', en: 'The account holds less than the refund.' },
    remedy: { zh: '给收款账户充值，再退一次。', en: 'Pay into the account, and refund again.' },
  },
  DISCORDANT_REPEAT_REQUEST: {
    title: { zh: '同一个退款号，金额不同', en: 'The same refund number with another amount' },
    cause: {
      zh: '这个 out_request_no 以前退过另一个金额。',
      en: 'This out_request_no was sent with another amount before.',
    },
    remedy: {
      zh: '先查这笔退款；要退别的金额，用新的退款。',
      en: 'Ask about this refund first; another amount is another refund.',
    },
  },
} as const satisfies Record<string, ErrorHelp>

export type OpenErrorCode = keyof typeof OPEN_ERROR_CODES

/** Codes that mean the same as one above. */
const SAME_AS: Readonly<Record<string, OpenErrorCode>> = {
  '20000': 'SYSTEM_ERROR',
  'isp.unknow-error': 'SYSTEM_ERROR',
  'aop.unknow-error': 'SYSTEM_ERROR',
  'aop.ACQ.SYSTEM_ERROR': 'SYSTEM_ERROR',
  '20001': 'aop.invalid-auth-token',
  '40001': 'isv.missing-parameter',
  '40002': 'INVALID_PARAMETER',
  'isv.invalid-parameter': 'INVALID_PARAMETER',
  '40005': 'aop.call-limited',
  '40006': 'isv.insufficient-isv-permissions',
}

/** Help for a code, with or without `ACQ.` before it; undefined for an unknown one. */
export function openErrorHelp(code: string): ErrorHelp | undefined {
  const word = code.replace(/^ACQ\./, '')
  const known = SAME_AS[word] ?? word
  return Object.hasOwn(OPEN_ERROR_CODES, known) ? OPEN_ERROR_CODES[known as OpenErrorCode] : undefined
}
