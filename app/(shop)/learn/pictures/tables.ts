import type { LampsProps } from './lamps'
import type { RowsProps } from './rows'

const say = (zh: string, en: string) => ({ zh, en })

export const MONEY: Omit<LampsProps, 'spoken'> = {
  title: say('钱在谁那里', 'Where the money is'),
  columns: [say('买家', 'buyer'), say('支付宝', 'Alipay'), say('卖家', 'seller')],
  rows: [
    { label: say('等待买家付款', 'to be paid'), lit: [true, false, false] },
    { label: say('已付款，等待发货', 'paid, to be shipped'), lit: [false, true, false] },
    { label: say('已发货，等待确认', 'shipped, to be confirmed'), lit: [false, true, false] },
    { label: say('交易成功', 'finished'), lit: [false, false, true] },
    { label: say('退款成功', 'refunded'), lit: [true, false, false] },
  ],
  yes: say('在这里', 'here'),
  no: say('不在', 'not here'),
}

export const STAIRCASE: Omit<LampsProps, 'spoken'> = {
  title: say('五步测试，每一步能试到什么', 'The five steps of testing, and what each can test'),
  columns: [say('付款', 'payment'), say('返回', 'return'), say('通知', 'notification')],
  rows: [
    { label: say('1 本机，只试接口', '1 your machine, the interface alone'), lit: [true, true, false] },
    { label: say('2 服务器，只试接口', '2 a server, the interface alone'), lit: [true, true, true] },
    { label: say('3 接到订单流程', '3 joined to the flow of orders'), lit: [false, false, false] },
    { label: say('4 本机，带着流程', '4 your machine, with the flow'), lit: [true, true, false] },
    { label: say('5 服务器，带着流程', '5 a server, with the flow'), lit: [true, true, true] },
  ],
  yes: say('能试', 'can be tested'),
  no: say('试不到', 'cannot'),
}

const YOURS = say('您来写', 'you write it')
const FILLED = say('您来填', 'you fill it in')
const KEPT = say('不用动', 'leave it alone')

export const FILES: Omit<RowsProps, 'spoken'> = {
  title: say(
    '旧示例的十个部分，本店里对应的文件',
    'The ten parts of the old sample, and the files of this shop',
  ),
  heads: [say('旧示例', 'old sample'), say('本店', 'this shop'), say('谁来动', 'whose work')],
  rows: [
    ['images', 'public/pictures', KEPT],
    ['alipay_config', 'lib/env.ts', FILLED],
    ['index', 'app/(shop)/direct-pay/page.tsx', KEPT],
    ['alipayto', 'app/api/alipay/alipayto/route.ts', YOURS],
    ['alipay_function', 'lib/alipay/params.ts', KEPT],
    ['alipay_service', 'lib/alipay/partner/services.ts', KEPT],
    ['alipay_notify', 'lib/alipay/partner/message.ts', KEPT],
    ['notify_url', 'app/api/alipay/notify/route.ts', YOURS],
    ['return_url', 'app/api/alipay/return/route.ts', YOURS],
    ['log_result', 'lib/log.ts', KEPT],
  ],
}

export const SETTINGS: Omit<RowsProps, 'spoken'> = {
  title: say('一项设置用在哪里。要保密的只有 key', 'Where each setting goes. Only the key is a secret'),
  heads: [say('设置', 'setting'), say('用在', 'goes to'), say('别人能知道吗', 'may others know it?')],
  rows: [
    ['ALIPAY_PARTNER', say('每个请求，验证通知', 'every request, the check of messages'), say('能', 'yes')],
    ['ALIPAY_KEY', say('签名，验签', 'signing and checking'), say('不能', 'no')],
    ['ALIPAY_SELLER_EMAIL', say('请求里的收款方', 'the payee of a request'), say('能', 'yes')],
    ['ALIPAY_NOTIFY_URL', say('请求：通知发到哪里', 'a request: where notifications go'), say('能', 'yes')],
    [
      'ALIPAY_RETURN_URL',
      say('请求：浏览器回到哪里', 'a request: where the browser returns'),
      say('能', 'yes'),
    ],
    [
      'ALIPAY_INPUT_CHARSET',
      say('签名、发送、接收的编码', 'the bytes signed, sent and received'),
      say('能', 'yes'),
    ],
    ['ALIPAY_MAINNAME', say('页面上的收款方名称', 'the payee’s name on the pages'), say('能', 'yes')],
  ],
}

export const BILL: Omit<RowsProps, 'spoken'> = {
  title: say('买家一共要付多少', 'How the amount due adds up'),
  heads: [say('参数', 'parameter'), say('例子（元）', 'example (yuan)'), say('意思', 'meaning')],
  rows: [
    ['price', '128.00', say('单价', 'price of one')],
    ['× quantity', '2', say('数量', 'how many')],
    [
      '+ logistics_fee',
      '10.00',
      say('运费，只在买家承担时（BUYER_PAY）加', 'postage, added only where the buyer pays it (BUYER_PAY)'),
    ],
    ['+ discount', '-5.00', say('折扣，负数是减', 'discount; negative takes off')],
    ['= total_fee', '261.00', say('通知里会说的金额', 'the amount that the notification tells')],
  ],
}
