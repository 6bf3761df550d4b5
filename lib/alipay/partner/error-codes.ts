import type { ErrorHelp } from '../error-help'

/**
 * The error codes a request for an escrow trade can meet, in three groups: those of the tutorial (spec.md T5.1,
 * protocol.md 7.1), those of the later interface document (7.2), and those of the calls from server to server (7.3, 7.4).
 * Spelled as published.
 */
export const ERROR_CODES = {
  HAS_NO_PRIVILEGE: {
    title: { zh: '没有该接口的权限', en: 'No permission for this interface' },
    cause: {
      zh: '签约合同里不含 service 指定的接口，或者接口已关闭、合同已到期；也可能 partner 填成了另一个账户的。',
      en: 'The contract does not include the interface named in service, or the interface was closed or the contract has expired. Or partner belongs to another account.',
    },
    remedy: {
      zh: '先核对请求里的 service 与已签约的产品是否一致（担保交易是 create_partner_trade_by_buyer），再核对 partner 是不是签约的那个账户。都对，就登录支付宝商家后台查看合同状态。',
      en: 'Compare service with the product in the contract (escrow is create_partner_trade_by_buyer), then check that partner is the account that signed it. If both are right, look up the state of the contract in the Alipay account.',
    },
  },
  ILLEGAL_PARTNER: {
    title: { zh: '合作身份者 ID 不正确', en: 'The partner ID is wrong' },
    cause: {
      zh: 'partner 不是有效的合作身份者 ID：常见的是误填成支付宝登录邮箱、复制时带进了空格，或者与 key 填反了。',
      en: 'partner is not a valid partner ID. Usual reasons: the login email was entered instead, a space was copied along, or partner and key were swapped.',
    },
    remedy: {
      zh: '从支付宝账户页面重新复制 partner：16 位纯数字，以 2088 开头，首尾没有空格。改完重启程序，确认实际发出的请求里就是这个值。',
      en: 'Copy partner again from the account page: 16 digits, beginning with 2088, no spaces around them. Restart and check that the request really carries this value.',
    },
  },
  ILLEGAL_ARGUMENT: {
    title: { zh: '参数不正确', en: 'A parameter is missing or malformed' },
    cause: {
      zh: '缺少必填参数，或者某个值的格式、长度不合要求。例如 price 小于等于 0 或有三位小数，收货地址字段格式不对；确认发货时 trade_no 为空、transport_type 取值有误。',
      en: 'A mandatory parameter is missing, or a value has the wrong format or length. Examples: price is zero, negative or has three decimals; an address field is badly formed; in the shipping call, trade_no is empty or transport_type is wrong.',
    },
    remedy: {
      zh: '先逐项核对必填参数：out_trade_no、subject、payment_type、price、quantity、卖家账号和物流三项。再核对金额是否最多两位小数、各字段是否超长；若传了 receive_* 收货信息，先去掉再试，以缩小范围。',
      en: 'Go through the mandatory ones first: out_trade_no, subject, payment_type, price, quantity, the seller and the three logistics values. Then check for at most two decimals in amounts and for over-long values. If receive_* fields are sent, leave them out once to narrow it down.',
    },
  },
  ILLEGAL_SIGN: {
    title: { zh: '签名不正确', en: 'The signature is wrong' },
    cause: {
      zh: '支付宝按收到的参数算出的签名与请求里的 sign 不一致：key 不对，签名时与发送时的参数或字节不一致，或者拼串规则不对。',
      en: 'The signature that Alipay computes from the parameters it received differs from sign. Either the key is wrong, or what was signed is not what was sent, or the string was put together differently.',
    },
    remedy: {
      zh: '打印待签名字符串，依次核对：key 是否 32 位且无空格；中文是否按 _input_charset 转成字节；空值、sign、sign_type 是否已去掉；值是否在签名前做过 URL 编码。再看表单：action 地址里要有 _input_charset，不能混入多余字段（例如带 name 的提交按钮），页面编码须与 _input_charset 一致。',
      en: 'Print the string to sign and check in this order: the key has 32 characters and no space; Chinese text became bytes in _input_charset; empty values, sign and sign_type are left out; no value was URL-encoded before signing. Then the form: its action URL carries _input_charset, it has no extra field (such as a submit button with a name), and the page uses the same charset.',
    },
  },
  SELLER_NOT_IN_SPECIFIED_SELLERS: {
    title: { zh: '收款账号不是签约账号', en: "The seller is not the contract's account" },
    cause: {
      zh: '请求里的收款账号（seller_email、seller_id 或 seller_account_name）与 partner 所签约的支付宝账号不是同一个。',
      en: 'The seller in the request (seller_email, seller_id or seller_account_name) is not the Alipay account that partner signed the contract with.',
    },
    remedy: {
      zh: '最省事的做法是只传 seller_id，值与 partner 相同。几个卖家参数同时出现时，seller_id 优先于 seller_account_name，再次是 seller_email，留意是不是另一个参数在起作用。',
      en: 'The simplest way is to send only seller_id, equal to partner. If several are sent, seller_id goes before seller_account_name and that before seller_email, so check which one takes effect.',
    },
  },
  ILLEGAL_LOGISTICS_FORMAT: {
    title: { zh: '物流参数格式不正确', en: 'The logistics parameters are malformed' },
    cause: {
      zh: '物流的类型、费用、付费方三项没有成组出现，或者几组之间类型重复、次序不对。',
      en: 'Type, fee and payer do not come as a complete group, or several groups repeat a type or skip a number.',
    },
    remedy: {
      zh: '第一组 logistics_type、logistics_fee、logistics_payment 必须齐全；后缀 _1、_2 的组要么三项都传，要么都不传，先 _1 后 _2，类型互不相同。费用不小于 0，最多两位小数；付费方只能是 BUYER_PAY、SELLER_PAY 或 BUYER_PAY_AFTER_RECEIVE。',
      en: 'Send logistics_type, logistics_fee and logistics_payment together. A group with suffix _1 or _2 is sent whole or not at all, _1 before _2, each with another type. The fee is 0 or more with at most two decimals; the payer is BUYER_PAY, SELLER_PAY or BUYER_PAY_AFTER_RECEIVE.',
    },
  },
  // The gateway prints only the words 业务数据被篡改 here, no code; the key is Danbao's.
  BUSINESS_DATA_TAMPERED: {
    title: { zh: '业务数据被篡改', en: 'The business data were altered' },
    cause: {
      zh: '请求链接在生成之后被改动过，或者物流参数的格式有误。',
      en: 'The request was changed after it had been built, or the logistics parameters are malformed.',
    },
    remedy: {
      zh: '不要修改或复用已生成的链接，回到订单页，用订单数据重新生成并签名。仍然出现就按 ILLEGAL_LOGISTICS_FORMAT 检查各组物流参数。',
      en: 'Do not edit or reuse a generated link: go back to the order, build and sign the request again. If it stays, check the logistics groups as for ILLEGAL_LOGISTICS_FORMAT.',
    },
  },
  TRADE_NOT_ALLOWED_PAY: {
    title: { zh: '该交易不能再付款', en: 'The trade can no longer be paid' },
    cause: {
      zh: '这个 out_trade_no 对应的支付宝交易已经付过款，或者已经关闭。',
      en: 'The Alipay trade behind this out_trade_no has been paid already, or is closed.',
    },
    remedy: {
      zh: '先查询这笔交易：已付款，就按付款结果更新订单，并查清为什么没有收到或没有处理通知；已关闭，就用新的 out_trade_no 重新下单。',
      en: 'Query the trade. If it is paid, update the order and find out why the notification was missed; if it is closed, start again with a new out_trade_no.',
    },
  },
  SELLER_NOT_EXIST: {
    title: { zh: '卖家账号不存在', en: 'The seller does not exist' },
    cause: {
      zh: '收款账号填错了，或者该支付宝账户后来换了登录名，原来的 seller_email 不再有效。',
      en: 'The seller account is misspelled, or the account was renamed and the old seller_email is no longer valid.',
    },
    remedy: {
      zh: '核对 seller_email 有没有拼错、多空格。更稳妥的是改用 seller_id（2088 开头的 16 位数字），它不随登录名变化。',
      en: 'Check seller_email for typing errors and spaces. Better still, send seller_id (16 digits beginning with 2088): it does not change when the login does.',
    },
  },
  BUYER_SELLER_EQUAL: {
    title: { zh: '买家与卖家是同一账号', en: 'Buyer and seller are the same account' },
    cause: {
      zh: '付款时登录的支付宝账号就是收款账号，测试时用自己的账号付款最容易遇到；也可能 buyer_email 被填成了卖家账号。',
      en: 'The account that pays is the account that receives. This is common in tests with one own account, or when buyer_email was filled with the seller.',
    },
    remedy: {
      zh: '换一个支付宝账号付款；如果请求里传了 buyer_email 或 buyer_id，确认它不是卖家，或者干脆不传。',
      en: 'Pay with another Alipay account. If the request carries buyer_email or buyer_id, make sure it is not the seller, or leave it out.',
    },
  },
  TRADE_DATA_MATCH_ERROR: {
    title: { zh: '与首次请求的数据不一致', en: 'The data differ from the first request' },
    cause: {
      zh: '同一个 out_trade_no 第二次请求时，金额、商品名称等数据与第一次不同；两次编码不同造成的乱码也算。几个网站共用一个签约账号、订单号又撞在一起时也会出现。',
      en: 'A second request with the same out_trade_no has another amount, subject or other data; text garbled by another charset counts as well. It also happens when several shops share one account and their order numbers collide.',
    },
    remedy: {
      zh: '确认 out_trade_no 不是写死的常量，多个网站共用账号时给各自加前缀。订单内容改了就换新的 out_trade_no；只是重新付款，则原样发送第一次的数据。',
      en: 'Make sure out_trade_no is not a constant, and give each shop on the account its own prefix. When the order changed, use a new out_trade_no; when it is only paid again, send exactly the data of the first request.',
    },
  },
  ILLEGAL_SERVICE: {
    title: { zh: '接口名称不正确', en: 'The service name is wrong' },
    cause: {
      zh: 'service 拼写有误，或者参数在传输中全部丢失，支付宝没有收到 service。',
      en: 'service is misspelled, or all parameters were lost on the way and no service arrived.',
    },
    remedy: {
      zh: '逐字核对 service（担保交易为 create_partner_trade_by_buyer），前后不要有空格。拼写没错，就在浏览器的网络面板里看参数是否真的发出，并检查表单的 action 地址和页面编码。',
      en: 'Compare service letter by letter (escrow is create_partner_trade_by_buyer), without spaces. If it is right, look in the browser whether the parameters are sent at all, and check the action URL of the form and the charset of the page.',
    },
  },
  ILLEGAL_FEE_PARAM: {
    title: { zh: '金额参数不正确', en: 'The amount parameters are wrong' },
    cause: {
      zh: '金额格式不对，或者 total_fee 与 price、quantity 同时传了。',
      en: 'An amount is malformed, or total_fee is sent together with price and quantity.',
    },
    remedy: {
      zh: '担保交易只传 price 和 quantity，去掉 total_fee。金额写成 0.01 这样的普通小数，最多两位，不带货币符号、千分位逗号或指数。',
      en: 'For escrow send price and quantity and drop total_fee. Write amounts as plain decimals such as 0.01, at most two places, without currency sign, thousands separator or exponent.',
    },
  },
  ILLEGAL_SIGN_TYPE: {
    title: { zh: '签名方式不正确', en: 'The signature type is wrong' },
    cause: {
      zh: 'sign_type 的值不是 MD5、RSA、DSA 三者之一，例如写成了小写或带了空格。',
      en: 'sign_type is none of MD5, RSA and DSA: it is in lower case, say, or has a space.',
    },
    remedy: {
      zh: '把 sign_type 写成大写的 MD5，首尾不留空格，并确认 sign 确实是用这种方式算出来的。',
      en: 'Set sign_type to MD5, in upper case and without spaces, and make sure that sign was really computed that way.',
    },
  },

  ILLEGAL_PAYMENT_TYPE: {
    title: { zh: '支付类型不正确', en: 'The payment type is wrong' },
    cause: {
      zh: '担保交易的 payment_type 只能是 1（商品购买），请求里传了别的值。',
      en: 'Escrow accepts only payment_type 1 (purchase of goods), and the request has another value.',
    },
    remedy: {
      zh: '把 payment_type 固定为 1。捐赠、电子券等取值属于即时到账接口，不能照搬过来。',
      en: 'Set payment_type to 1. Values for donations or vouchers belong to the direct-pay interface.',
    },
  },
  PRODUCT_NOT_EXIST: {
    title: { zh: '产品类型不存在', en: 'The product does not exist' },
    cause: {
      zh: '支付宝找不到与这次请求对应的产品，通常是 service 或 payment_type 与签约的产品对不上。',
      en: 'Alipay finds no product for this request. Usually service or payment_type does not fit the product in the contract.',
    },
    remedy: {
      zh: '核对 service 为 create_partner_trade_by_buyer、payment_type 为 1，再确认合同里签的是担保交易。',
      en: 'Check that service is create_partner_trade_by_buyer and payment_type is 1, then that the contract is for escrow.',
    },
  },
  EXPARTNER_INFO_UNCORRECT: {
    title: { zh: '商户接口信息不正确', en: "The partner's interface data are wrong" },
    cause: {
      zh: '请求里的商户信息与支付宝登记的对不上：partner、service、卖家账号三者不属于同一份合同。',
      en: 'The merchant data in the request do not fit what Alipay has on record: partner, service and seller do not belong to one contract.',
    },
    remedy: {
      zh: '从签约账户重新复制 partner 和 key，用 seller_id（等于 partner）代替 seller_email，并核对 service 是签约的接口。',
      en: 'Copy partner and key again from the account that signed, send seller_id (equal to partner) instead of seller_email, and check that service is the interface in the contract.',
    },
  },
  LOGISTICS_CHOOSE_ERROR: {
    title: { zh: '付款时的物流与请求不一致', en: 'The logistics chosen differ from the request' },
    cause: {
      zh: '买家付款时选定的物流方式，与请求里给出的物流参数对不上，例如同一订单两次请求带了不同的物流组。',
      en: 'The logistics at payment do not match those of the request, for example because two requests for one order carried different groups.',
    },
    remedy: {
      zh: '让买家从订单页重新进入收银台，不要用旧页面。运费或配送方式改了，就换新的 out_trade_no，并检查各组物流参数是否完整。',
      en: 'Let the buyer enter the cashier again from the order, not from an old page. When fee or delivery changed, use a new out_trade_no, and check that every group is complete.',
    },
  },
  ILLEGAL_REQUEST: {
    title: { zh: '无效请求', en: 'The request is invalid' },
    cause: {
      zh: '支付宝认为整个请求无效，官方没有说明具体是哪一项。先怀疑网关地址、基本参数和提交方式。',
      en: 'Alipay refuses the request as a whole and does not say which part. Suspect the gateway address, the basic parameters and the way of sending first.',
    },
    remedy: {
      zh: '核对网关地址，以及 service、partner、_input_charset、sign、sign_type 是否齐全且各只出现一次。然后只留必填参数重新发起，能通过再逐个加回。',
      en: 'Check the gateway address, and that service, partner, _input_charset, sign and sign_type are there, each once. Then send only the mandatory parameters, and add the others back one by one.',
    },
  },
  SELF_TIMEOUT_NOT_SUPPORT: {
    title: { zh: '未签约自定义超时', en: 'Custom timeouts are not in the contract' },
    cause: {
      zh: '请求带了超时参数 t_s_send_1、t_s_send_2、t_b_rec_post 或 it_b_pay，但商户没有签约自定义超时。',
      en: 'The request has t_s_send_1, t_s_send_2, t_b_rec_post or it_b_pay, and custom timeouts are not part of the contract.',
    },
    remedy: {
      zh: '去掉这四个参数，使用支付宝的默认时限，重新签名；确实需要自定义，先签约。',
      en: "Remove these four parameters, sign again and live with Alipay's defaults. If you need your own, have them added to the contract first.",
    },
  },
  TRADE_BUYER_NOT_MATCH: {
    title: { zh: '买家与原交易不一致', en: 'The buyer is not the one of the trade' },
    cause: {
      zh: '这个 out_trade_no 已经由另一个支付宝账号建立了交易，现在登录或传入的买家不是它。',
      en: 'Another Alipay account has already opened the trade for this out_trade_no, and the buyer now logged in or named in the request is a different one.',
    },
    remedy: {
      zh: '换回原来的账号继续付款；要换人付款，就用新的 out_trade_no。请求里若传了 buyer_email 或 buyer_id，检查它是否变了。',
      en: 'Go on with the first account, or use a new out_trade_no for another payer. If buyer_email or buyer_id is sent, check whether it changed.',
    },
  },
  TRADE_SELLER_NOT_MATCH: {
    title: { zh: '卖家与原交易不一致', en: 'The seller is not the one of the trade' },
    cause: {
      zh: '同一个 out_trade_no 两次请求的收款账号不同，通常是中途改了卖家配置。',
      en: 'Two requests with the same out_trade_no name different sellers, usually because the configuration was changed in between.',
    },
    remedy: {
      zh: '恢复原来的收款账号，或者用新的 out_trade_no 重新发起。建议固定使用 seller_id，避免邮箱变更带来的差异。',
      en: 'Restore the first seller, or start again with a new out_trade_no. Always sending seller_id avoids differences when an email changes.',
    },
  },
  TOTAL_FEE_LESSEQUAL_ZERO: {
    title: { zh: '交易总额小于或等于 0', en: 'The total is zero or less' },
    cause: {
      zh: '应付金额 = price × quantity + discount，由买家付运费时再加 logistics_fee；结果不大于 0。多半是负数的 discount 抵得太多。',
      en: 'The amount due is price × quantity + discount, plus logistics_fee if the buyer pays it, and it came out as zero or less. Mostly a negative discount is too large.',
    },
    remedy: {
      zh: '核对 price、quantity 和 discount（discount 是相加的，负数才表示优惠），保证应付金额不少于 0.01 元。全额抵扣的订单不要送去支付。',
      en: 'Check price, quantity and discount (it is added; a negative value is a rebate) so that at least 0.01 yuan remains. Do not send an order to payment that costs nothing.',
    },
  },
  TOTAL_FEE_GREATER_THAN_MAX: {
    title: { zh: '交易总额超过上限', en: 'The total is above the limit' },
    cause: {
      zh: '单笔担保交易的应付金额超过 1000000.00 元。',
      en: 'The amount due of one escrow trade is above 1000000.00 yuan.',
    },
    remedy: {
      zh: '先确认金额单位是元而不是分；金额无误就拆成几笔订单，各用各的 out_trade_no。',
      en: 'First make sure that the amount is in yuan and not in fen. If it is right, split the order into several, each with its own out_trade_no.',
    },
  },
  EXTERFACE_INVOKE_CONTEXT_EXPIRED: {
    title: { zh: '页面已过期', en: 'The page has expired' },
    cause: {
      zh: '买家在支付宝的页面上后退、刷新，又提交了一次旧页面。',
      en: 'The buyer went back on the pages of Alipay and submitted an old one again.',
    },
    remedy: {
      zh: '回到商户网站的订单页重新点付款，不要在支付宝页面后退。代码无需修改；如果每次都出现，再检查是否缓存了旧的跳转页面。',
      en: 'Return to the order in the shop and pay from there instead of going back. Nothing is wrong in the code, unless it happens every time: then check whether the form page is cached.',
    },
  },
  ILLEGAL_DYN_MD5_KEY: {
    title: { zh: '动态密钥信息错误', en: 'The dynamic key is wrong' },
    cause: {
      zh: '支付宝没有接受这次请求所用的动态密钥，公开资料没有更多说明。担保交易用 MD5 签名时只需要固定的安全校验码。',
      en: 'Alipay did not accept the dynamic key of the request; no public document says more. Escrow with MD5 needs only the fixed key.',
    },
    remedy: {
      zh: '去掉文档以外的密钥类参数，用账户里当前的 32 位 key 按 MD5 重新签名。仍然出现，带上完整请求向支付宝核实账户的安全配置。',
      en: 'Remove key parameters that the interface does not list and sign with the current 32-character key and MD5. If it stays, ask Alipay about the security settings of the account, with the full request.',
    },
  },
  ILLEGAL_ENCRYPT: {
    title: { zh: '加密不正确', en: 'The encryption is wrong' },
    cause: {
      zh: '支付宝无法按声明的方式处理这次请求的密文或签名，公开资料没有更多说明；先怀疑 sign_type 与实际算法不一致。',
      en: 'Alipay could not process the signature or cipher text in the declared way; no public document says more. Suspect first that sign_type is not the algorithm really used.',
    },
    remedy: {
      zh: '用 MD5 时，sign 应为 32 位小写十六进制；用 RSA 时，sign 为 Base64，且公钥已上传到支付宝。其余按 ILLEGAL_SIGN 的顺序核对。',
      en: 'With MD5, sign is 32 lower-case hex digits; with RSA it is base64 and the public key has been uploaded to Alipay. Then go through the list of ILLEGAL_SIGN.',
    },
  },
  ILLEGAL_USER: {
    title: { zh: '用户 ID 不正确', en: 'The user ID is wrong' },
    cause: {
      zh: '请求里的支付宝用户号无效，例如 seller_id 或 buyer_id 填成了邮箱，或者位数不对。',
      en: 'An Alipay user ID in the request is not valid, for example an email in seller_id or buyer_id, or the wrong number of digits.',
    },
    remedy: {
      zh: '用户号是 2088 开头的 16 位数字，发货应答里末尾带 0156 的账号是另一种编号，不能用在这里。buyer_id 不是必填，可以先去掉再试。',
      en: 'A user ID has 16 digits and begins with 2088; the longer account numbers ending in 0156, as in the answer of the shipping call, do not fit here. buyer_id is optional: try without it.',
    },
  },
  ILLEGAL_EXTERFACE: {
    title: { zh: '接口配置不正确', en: 'The interface configuration is wrong' },
    cause: {
      zh: '支付宝没有找到可用的接口配置：service 没有传到，或者 partner 没有配置这个接口。',
      en: 'Alipay finds no usable configuration of the interface: service did not arrive, or it is not set up for this partner.',
    },
    remedy: {
      zh: '确认实际发出的请求里有 service 且拼写正确，再核对 partner、key、卖家账号是否属于同一个签约账户。',
      en: 'Check that the request really carries service, spelled right, then that partner, key and seller belong to one account.',
    },
  },
  ILLEGAL_PARTNER_EXTERFACE: {
    title: { zh: '商户没有该接口', en: 'The partner does not have this interface' },
    cause: {
      zh: 'partner 没有开通所调用的接口。最常见的是签的是一种产品、调的是另一种，例如只签了即时到账却调用担保交易。',
      en: 'The interface that was called is not set up for partner. Mostly the contract is for one product and another is called, such as escrow with a direct-pay contract.',
    },
    remedy: {
      zh: '对照合同选对 service：担保交易 create_partner_trade_by_buyer，双功能 trade_create_by_buyer，即时到账 create_direct_pay_by_user。service 没错，就需要先签约。',
      en: 'Choose service by the contract: create_partner_trade_by_buyer for escrow, trade_create_by_buyer for the dual product, create_direct_pay_by_user for direct pay. If it is right already, the product has to be signed first.',
    },
  },
  ILLEGAL_SECURITY_PROFILE: {
    title: { zh: '未找到匹配的密钥配置', en: 'No matching key is configured' },
    cause: {
      zh: '支付宝那边没有与 sign_type 对应的密钥，例如用 RSA 签名却没有上传公钥。',
      en: 'Alipay has no key for this sign_type, for example because RSA is used and no public key was uploaded.',
    },
    remedy: {
      zh: '改用 MD5 和账户里的安全校验码；一定要用 RSA，先把商户公钥上传到支付宝，并确认 partner 是同一个账户。',
      en: 'Use MD5 with the key of the account. If it has to be RSA, upload your public key to Alipay first, for the same partner.',
    },
  },
  ILLEGAL_AGENT: {
    title: { zh: '代理 ID 不正确', en: 'The agent ID is wrong' },
    cause: {
      zh: '请求带了 agent 参数，但它的值不是有效的代理商 ID，多半是从示例代码里抄来的。',
      en: 'The request carries agent, and its value is not a valid agent ID. Often it was copied from sample code.',
    },
    remedy: {
      zh: '去掉 agent 后重新签名。担保交易的参数表里没有这一项，只有支付宝分配了代理商 ID 才需要传。',
      en: 'Remove agent and sign again. It is not in the parameter table of escrow; only those who got an agent ID from Alipay send it.',
    },
  },
  ILLEGAL_REQUEST_REFERER: {
    title: { zh: '请求来源不被接受', en: 'The referring page is not accepted' },
    cause: {
      zh: '防钓鱼检查没有通过：请求没有来源页（Referer），或者来源不是商户自己的网站。',
      en: "The anti-phishing check failed: the request has no Referer, or it does not come from the merchant's own site.",
    },
    remedy: {
      zh: '在自己网站的页面上用表单或链接跳转，不用 window.open 和 location.replace，也不要把 Referrer-Policy 设成 no-referrer。没有开通防钓鱼，就不要传 anti_phishing_key 和 exter_invoke_ip。',
      en: 'Go to Alipay by a form or a link on your own page, not by window.open or location.replace, and do not set Referrer-Policy to no-referrer. Without an anti-phishing contract leave out anti_phishing_key and exter_invoke_ip.',
    },
  },
  ILLEGAL_ANTI_PHISHING_KEY: {
    title: { zh: '防钓鱼时间戳无效', en: 'The anti-phishing key is not valid' },
    cause: {
      zh: 'anti_phishing_key 不是 query_timestamp 返回的值，或者商户没有开通防钓鱼却传了它。',
      en: 'anti_phishing_key is not a value from query_timestamp, or it is sent although anti-phishing is not enabled.',
    },
    remedy: {
      zh: '没有开通就去掉 anti_phishing_key；已开通，则每次付款前调用 query_timestamp，取 encrypt_key 的值原样传入。',
      en: 'If it is not enabled, remove anti_phishing_key. If it is, call query_timestamp before each payment and send the value of encrypt_key as it is.',
    },
  },
  ANTI_PHISHING_KEY_TIMEOUT: {
    title: { zh: '防钓鱼时间戳超时', en: 'The anti-phishing key has expired' },
    cause: {
      zh: '从取得时间戳到提交付款隔得太久，据报告有效期只有约 30 秒。',
      en: 'Too much time passed between fetching the key and submitting the payment; it is reported to last about 30 seconds.',
    },
    remedy: {
      zh: '在买家点击付款时再调用 query_timestamp，取到后立即生成并提交表单，不要在页面打开时预取，也不要缓存。',
      en: 'Call query_timestamp when the buyer clicks, then build and submit the form at once. Do not fetch the key when the page opens, and do not cache it.',
    },
  },
  ILLEGAL_EXTER_INVOKE_IP: {
    title: { zh: '客户端 IP 不正确', en: 'The client IP is wrong' },
    cause: {
      zh: 'exter_invoke_ip 缺失、格式不对，或者不是买家的 IP，常见于把反向代理的内网地址传了过去。',
      en: "exter_invoke_ip is missing, malformed or not the buyer's address, often the internal address of a reverse proxy.",
    },
    remedy: {
      zh: '传买家浏览器的公网 IPv4 地址，在反向代理之后要从可信的转发头里取。没有开通防钓鱼，就不要传这个参数。',
      en: "Send the public IPv4 address of the buyer's browser; behind a reverse proxy take it from the trusted forwarding header. Without anti-phishing leave the parameter out.",
    },
  },
  SYSTEM_ERROR: {
    title: { zh: '支付宝系统错误', en: 'System error at Alipay' },
    cause: {
      zh: '支付宝内部出错，请求本身不一定有问题。',
      en: 'Something failed inside Alipay; the request itself may be all right.',
    },
    remedy: {
      zh: '稍后用同一个 out_trade_no 原样重试；确认发货也是如此，重复调用不会重复发货。持续出现时保留完整请求和时间，联系支付宝。',
      en: 'Try again later with the same out_trade_no and the same data; the shipping call may be repeated too without shipping twice. If it stays, keep the request and the time and contact Alipay.',
    },
  },
  SESSION_TIMEOUT: {
    title: { zh: '会话超时', en: 'The session has timed out' },
    cause: {
      zh: '买家在支付宝页面停留过久，登录会话已失效。',
      en: "The buyer's session at Alipay ended, usually after a long pause.",
    },
    remedy: {
      zh: '请买家回到订单页重新付款，out_trade_no 不必更换。代码无需修改。',
      en: 'Let the buyer pay again from the order; out_trade_no can stay. Nothing is wrong in the code.',
    },
  },
  ILLEGAL_ACCESS_SWITCH_SYSTEM: {
    title: { zh: '商户不允许访问该类系统', en: 'The partner may not use this system' },
    cause: {
      zh: '支付宝没有允许这个 partner 访问所请求的系统，属于支付宝一侧的配置，多半不是代码问题。',
      en: 'Alipay does not let this partner reach the system behind the interface. It is a setting at Alipay and mostly not a fault of the code.',
    },
    remedy: {
      zh: '先核对网关地址和 service 没有写错，再带上 partner 和完整请求联系支付宝核实账户权限。',
      en: "Make sure that the gateway address and service are right, then contact Alipay about the account's permissions, with partner and the full request.",
    },
  },
  TRADE_NOT_EXIST: {
    title: { zh: '没有这笔交易', en: 'There is no such trade' },
    cause: {
      zh: 'trade_no 或 out_trade_no 写错了，或者这笔交易属于另一个 partner。买家还没有在收银台登录时，支付宝那边也还没有交易。',
      en: 'trade_no or out_trade_no is wrong, or the trade belongs to another partner. Until the buyer has logged in at the cashier there is no trade at Alipay either.',
    },
    remedy: {
      zh: '发货必须用支付宝交易号 trade_no，不是商户订单号；关闭交易时商户订单号的参数名是 out_order_no。都对，就当作买家还没有开始付款，过一会儿再查。',
      en: "Shipping needs Alipay's trade_no, not the merchant's number; when closing a trade the merchant's number is called out_order_no. If both are right, the buyer has not begun to pay: ask again later.",
    },
  },
  TRADE_STATUS_NOT_AVAILD: {
    title: { zh: '交易状态不允许这个操作', en: 'The status of the trade does not allow this' },
    cause: {
      zh: '交易不在能做这一步的状态：发货只能在买家已付款之后，关闭只能在付款之前；退款协议达成后也不能再发货。',
      en: 'The trade is in no state for this step: shipping is possible only after the payment, closing only before it, and neither once a refund has been agreed.',
    },
    remedy: {
      zh: '先用 single_trade_query 查出当前状态，再决定下一步；不要循环重试。',
      en: 'Ask for the present status with single_trade_query and decide then; do not repeat the call in a loop.',
    },
  },
  RETRY: {
    title: { zh: '请稍后重试', en: 'Try again' },
    cause: {
      zh: '支付宝这一次没有处理成功，请求本身没有错。',
      en: 'Alipay could not process the call this time; nothing is wrong with it.',
    },
    remedy: {
      zh: '隔 10 秒以上原样再发一次；确认发货可以安全地重复。',
      en: 'Send the same request again after 10 seconds or more; shipping may safely be said twice.',
    },
  },
  ILLEGAL_CHARSET: {
    title: { zh: '字符集不支持', en: 'The charset is not supported' },
    cause: {
      zh: '_input_charset 不是 utf-8、gbk、gb2312 之一。',
      en: '_input_charset is none of utf-8, gbk, gb2312.',
    },
    remedy: {
      zh: '改成三者之一，并且用它来编码请求、计算签名。',
      en: 'Use one of the three, and encode and sign the request in it.',
    },
  },
  ILLEGAL_CLIENT_IP: {
    title: { zh: '客户端 IP 不正确', en: 'The client IP is wrong' },
    cause: {
      zh: 'seller_ip 不是公网 IP 地址，例如填了 127.0.0.1 或内网地址。',
      en: 'seller_ip is no public address, for instance 127.0.0.1 or one of a local network.',
    },
    remedy: {
      zh: '这个参数可以不传；要传就写卖家电脑的公网 IPv4 地址。',
      en: "Leave it out, or send the public IPv4 address of the seller's computer.",
    },
  },
  ILLEGAL_ENCODING: {
    title: { zh: '编码不正确', en: 'The encoding is wrong' },
    cause: {
      zh: '收到的字节不是 _input_charset 所说的编码，虽然签名是对的：签名和发送用了同一个错误的编码。',
      en: 'The bytes are not in the charset that _input_charset names, though the sign is right: signed and sent in the same wrong one.',
    },
    remedy: {
      zh: '把要发送的文字先转成 _input_charset 的字节，再签名、再做 URL 编码。',
      en: 'Turn the text into bytes of _input_charset first, then sign, then percent-encode.',
    },
  },
  EXTERFACE_IS_CLOSED: {
    title: { zh: '接口已关闭', en: 'The interface is closed' },
    cause: {
      zh: '这个接口在支付宝一侧已经关闭，或者正在维护。',
      en: 'Alipay has closed this interface, or it is under maintenance.',
    },
    remedy: {
      zh: '过一会儿再试；一直如此就登录支付宝商家后台确认签约状态，先在支付宝网站上手工操作。',
      en: 'Try later. If it stays so, look up the contract in the Alipay account and do the step by hand on its site.',
    },
  },
  ILLEGAL_TARGET_SERVICE: {
    title: { zh: '目标服务不正确', en: 'The target service is wrong' },
    cause: {
      zh: '请求的 service 没有对应到支付宝内部的服务，多半是支付宝一侧的配置。',
      en: 'The service leads to nothing inside Alipay, mostly because of a setting there.',
    },
    remedy: {
      zh: '核对 service 的拼写；没有错就带上完整请求联系支付宝。',
      en: 'Check the spelling of service; if it is right, contact Alipay with the full request.',
    },
  },
  ILLEGAL_SWITCH_SYSTEM: {
    title: { zh: '系统切换中', en: 'The system is being switched' },
    cause: {
      zh: '支付宝内部系统正在切换，这一次没有处理。',
      en: 'Alipay is switching systems and has not processed this call.',
    },
    remedy: {
      zh: '稍后原样再发一次，再用 single_trade_query 确认结果。',
      en: 'Send the same request again later, then make sure with single_trade_query.',
    },
  },
  GENERAL_FAILTURE: {
    title: { zh: '一般性错误', en: 'General failure' },
    cause: {
      zh: '支付宝没有说明原因的失败（拼写就是这样）。',
      en: 'A failure that Alipay does not explain (spelled so).',
    },
    remedy: {
      zh: '不要当作成功或失败，先用 single_trade_query 查出真实状态。',
      en: 'Take it for neither success nor failure: ask for the real status with single_trade_query.',
    },
  },
} as const satisfies Record<string, ErrorHelp>

export type ErrorCode = keyof typeof ERROR_CODES

const OTHER_SPELLINGS = new Map<string, ErrorCode>([
  ['seller_not_in_specified_sellers', 'SELLER_NOT_IN_SPECIFIED_SELLERS'],
  ['HASH_NO_PRIVILEGE', 'HAS_NO_PRIVILEGE'],
  ['业务数据被篡改', 'BUSINESS_DATA_TAMPERED'],
])

/** Help for a code in any published spelling, or undefined. */
export function errorHelp(code: string): ErrorHelp | undefined {
  const spelled = OTHER_SPELLINGS.get(code) ?? code
  return Object.hasOwn(ERROR_CODES, spelled) ? ERROR_CODES[spelled as ErrorCode] : undefined
}
