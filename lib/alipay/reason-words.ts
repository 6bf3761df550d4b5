import type { Bilingual, Language } from './bilingual'
import type { ReasonCode } from './reason-codes'

/** What each code means. A detail follows after a colon. */
export const REASON_WORDS: Readonly<Record<ReasonCode, Bilingual>> = {
  not_by_post: { zh: '不是用 POST 发来的', en: 'not sent by POST' },
  body_stalled: {
    zh: '正文没有在限时内收完（毫秒）',
    en: 'the body did not arrive within the limit (milliseconds)',
  },
  content_type: {
    zh: 'Content-Type 不是 application/x-www-form-urlencoded',
    en: 'the Content-Type is not application/x-www-form-urlencoded',
  },
  too_long: { zh: '太长，超过的字节数上限', en: 'longer than the limit in bytes' },
  no_parameters: { zh: '没有参数', en: 'no parameters' },
  too_many_parameters: { zh: '参数太多，个数上限', en: 'more parameters than the limit' },
  parameter_twice: { zh: '同一个参数出现了两次', en: 'a parameter is given twice' },
  two_values: {
    zh: '同一个参数在网址和正文里的值不同',
    en: 'a parameter is in the address with one value and in the body with another',
  },
  broken_encoding: {
    zh: '百分号编码是坏的，或含有 NUL',
    en: 'broken percent-encoding, or a NUL',
  },
  name_with_separator: { zh: '参数名里有 & 或 =', en: 'a name with & or = in it' },
  value_with_parameter: {
    zh: '参数值里像是藏着另一个参数，同一个签名可以读成两条消息',
    en: 'a value seems to hold another parameter, so that one sign fits two messages',
  },
  name_not_text: { zh: '参数名在配置的编码里不是文字', en: 'a parameter’s name is no text in the charset' },
  field_not_text: { zh: '参数值在配置的编码里不是文字', en: 'a parameter’s value is no text in the charset' },
  other_charset: {
    zh: '字节不是配置的编码，像是另一种（ALIPAY_INPUT_CHARSET 是请求时用的编码吗）',
    en: 'the bytes look like another charset than the configured one (is ALIPAY_INPUT_CHARSET the charset of the request?)',
  },
  not_text: { zh: '字节在这种编码里不是文字', en: 'the bytes are no text in the charset' },
  no_boundary: {
    zh: 'multipart/form-data 没有 1 到 70 个字符的 boundary',
    en: 'multipart/form-data without a boundary of 1 to 70 characters',
  },
  multipart_cut_off: {
    zh: 'multipart 正文缺少结尾的 boundary',
    en: 'a multipart body without its last boundary',
  },
  part_without_name: {
    zh: 'multipart 正文里有一部分没有可读的头和唯一的名称',
    en: 'a part of the multipart body without headers and one readable name',
  },
  part_is_file: {
    zh: '这一部分是文件：请作为普通的值发送，不带文件名',
    en: 'a part is a file: send it as a plain value, without a file name',
  },
  part_encoded: { zh: '这一部分又被编码了一次', en: 'a part is encoded once more' },
  unknown_charset: {
    zh: '声明的字符集不是这个接口有的',
    en: 'it declares a charset that this interface does not have',
  },
  not_xml: { zh: '不是 XML', en: 'not XML' },
  doctype: { zh: '有 DOCTYPE，网关的回答里没有', en: 'a DOCTYPE, which no answer of the gateway has' },
  element_twice: { zh: '同一个元素出现了两次', en: 'an element is there twice' },
  no_is_success: {
    zh: 'is_success 既不是 T，也不是带 error 的 F',
    en: 'is_success is neither T nor F with an error',
  },
  two_responses: { zh: 'response 下不止一个元素', en: 'more than one element under response' },
  no_trade: { zh: '回答里没有交易', en: 'the answer holds no trade' },
  other_trade: { zh: '回答的是另一笔交易', en: 'the answer is about another trade' },
  no_sign: { zh: '没有 sign', en: 'there is no sign' },
  sign_type: { zh: 'sign_type 不是要求的', en: 'sign_type is not the required one' },
  wrong_sign: {
    zh: 'sign 与这里算出的不一致，请核对 key、编码和参数',
    en: 'sign is not the one computed here: compare key, charset and parameters',
  },
  no_notify_id: {
    zh: '没有 notify_id，无法向网关核实',
    en: 'there is no notify_id, so the gateway cannot be asked',
  },
  gateway_denied: { zh: '网关不承认这个 notify_id', en: 'the gateway denies the notify_id' },
  not_a_word: {
    zh: '网关的回答不是 true、false、invalid',
    en: 'the gateway’s answer is none of true, false, invalid',
  },
  processed_before: {
    zh: '这条消息以前已经验证并处理过',
    en: 'this very message has been verified and processed before',
  },
  notify_id_reused: {
    zh: '这个 notify_id 验证过另一个订单的消息',
    en: 'this notify_id has confirmed a message about another order',
  },
  notify_type: { zh: 'notify_type 不是 trade_status_sync', en: 'notify_type is not trade_status_sync' },
  no_connection: { zh: '没有连上网关', en: 'no connection to the gateway' },
  http_status: {
    zh: '网关回答的 HTTP 状态不是 200',
    en: 'the gateway answered with an HTTP status other than 200',
  },
  timeout: {
    zh: '网关没有在限时内回答（毫秒）',
    en: 'the gateway did not answer within the limit (milliseconds)',
  },
  answer_too_long: { zh: '网关的回答太长', en: 'the gateway’s answer is too long' },
  gateway_unsure: {
    zh: '网关自己也不知道做没做成，要查询才知道',
    en: 'the gateway itself does not know whether it was done: only a query tells',
  },
  not_json: { zh: '回答不是 JSON 对象', en: 'the answer is not a JSON object' },
  member_twice: { zh: '回答里有重复的成员', en: 'the answer has a member twice' },
  no_response: {
    zh: '回答里没有这个接口的 response',
    en: 'the answer has no response of this method',
  },
  other_refund: { zh: '回答说的是另一笔退款', en: 'the answer is about another refund' },
  no_app: { zh: '没有 app_id', en: 'there is no app_id' },
  other_app: { zh: 'app_id 是别的应用的', en: 'the app_id is another application’s' },
  no_status: {
    zh: '消息没有说交易的状态，以查询为准',
    en: 'the message says nothing of the trade’s status: the gateway is asked',
  },
  other_gateway: {
    zh: '订单是用另一种接口下的',
    en: 'the order was made under the other interface',
  },
  no_seller: { zh: '消息里没有卖家', en: 'the message names no seller' },
  other_seller_id: { zh: 'seller_id 不是本店的', en: 'seller_id is not ours' },
  other_seller_email: { zh: 'seller_email 不是本店的', en: 'seller_email is not ours' },
  no_order: { zh: '没有这个订单', en: 'there is no such order' },
  no_trade_no: { zh: 'trade_no 不是交易号', en: 'trade_no is not a trade number' },
  order_has_other_trade: { zh: '订单属于另一笔交易', en: 'the order belongs to another trade' },
  trade_has_other_order: { zh: '交易属于另一个订单', en: 'the trade belongs to another order' },
  not_an_amount: { zh: 'total_fee 不是金额', en: 'total_fee is not an amount' },
  wrong_total: {
    zh: 'total_fee 不是订单的总额；若在支付宝改过价，请先接受新价格',
    en: 'total_fee is not the order’s total; if the price was changed at Alipay, accept it first',
  },
  no_amount: { zh: 'total_amount 不是金额', en: 'total_amount is not an amount' },
  wrong_amount: {
    zh: 'total_amount 不是订单的总额',
    en: 'total_amount is not the order’s total',
  },
  wrong_parts: {
    zh: 'price、quantity、discount 和运费加起来不是 total_fee',
    en: 'price, quantity, discount and postage do not make up total_fee',
  },
  unknown_status: { zh: '不认识的状态', en: 'an unknown status' },
  cannot_follow: {
    zh: '状态不能跟在订单现在的状态后面',
    en: 'the status cannot follow the order’s present one',
  },
  further_on: { zh: '订单已经走到', en: 'the order is at a later status already' },
  our_error: {
    zh: '本店出错，网关会再次发送',
    en: 'an error on our side; the gateway will send it again',
  },
  other: { zh: '早期的记录', en: 'an early log entry' },
}

/** A reason as a sentence, '' where there is none; a code that this version does not know stands for itself. */
export function reasonInWords(
  { code, detail }: { code: string | null; detail?: string | null },
  language: Language,
): string {
  if (code === null) return ''
  const words = isReasonCode(code) ? REASON_WORDS[code][language] : code
  return detail ? `${words}${language === 'zh' ? '：' : ': '}${detail}` : words
}

const isReasonCode = (code: string): code is ReasonCode => Object.hasOwn(REASON_WORDS, code)
