import type { StripProps } from './strip'

type Told = Omit<StripProps, 'spoken'>

const say = (zh: string, en: string) => ({ zh, en })

export const SIEVES: Told = {
  title: say(
    '一条消息要过五道筛子，停在哪一道，就记哪个结果',
    'A message passes five sieves; where it stops is its verdict',
  ),
  items: [
    { label: say('读得懂', 'It can be read'), codes: ['malformed'] },
    { label: say('签名和自己算的一样', 'Its sign is the one computed here'), codes: ['bad_sign'] },
    { label: say('网关说 true', 'The gateway says true'), codes: ['bad_source'] },
    {
      label: say('是本店的，金额也对', 'It is about an order of ours, with its amount'),
      codes: ['unknown_order', 'bad_seller', 'bad_amount', 'bad_trade_no'],
    },
    {
      label: say('还没有做过，也不是旧的', 'It was not done before, and is not old'),
      codes: ['duplicate', 'stale', 'illegal'],
    },
  ],
  end: say(
    'applied：状态、事件、记录一次提交，然后回答 success；发货、邮件在提交之后',
    'applied: state, event and record in one commit, then success; shipping and mail come after the commit',
  ),
}

/** docs/protocol.md 5.6. */
export const KNOCKS: Told = {
  title: say('没有得到 success，网关会敲八次门', 'Without success the gateway knocks eight times'),
  items: [
    { label: say('立刻', 'at once') },
    { label: say('过 2 分钟', 'after 2 minutes') },
    { label: say('再过 10 分钟（第 12 分钟）', '10 minutes later (minute 12)') },
    { label: say('再过 10 分钟（第 22 分钟）', '10 minutes later (minute 22)') },
    { label: say('再过 1 小时（1:22）', '1 hour later (1:22)') },
    { label: say('再过 2 小时（3:22）', '2 hours later (3:22)') },
    { label: say('再过 6 小时（9:22）', '6 hours later (9:22)') },
    { label: say('再过 15 小时（24:22）', '15 hours later (24:22)') },
  ],
  end: say('之后不再来：要自己去查', 'Then no more: you have to ask'),
}

export const DOORS: Told = {
  title: say(
    '沙箱按这个次序检查请求：停在哪道门，就是哪个代码',
    'The sandbox checks a request in this order: the code tells at which door it stopped',
  ),
  items: [
    { label: say('service 认识吗', 'Is the service known?'), codes: ['ILLEGAL_SERVICE'] },
    { label: say('partner 存在吗', 'Does the partner exist?'), codes: ['ILLEGAL_PARTNER'] },
    { label: say('签过这个约吗', 'Is it in the contract?'), codes: ['HAS_NO_PRIVILEGE'] },
    { label: say('sign_type 写对了吗', 'Is sign_type right?'), codes: ['ILLEGAL_SIGN_TYPE'] },
    { label: say('签名对吗', 'Is the sign right?'), codes: ['ILLEGAL_SIGN'] },
    {
      label: say('参数合格吗', 'Are the parameters well formed?'),
      codes: ['ILLEGAL_ARGUMENT', 'ILLEGAL_LOGISTICS_FORMAT', 'ILLEGAL_FEE_PARAM'],
    },
    {
      label: say('这笔生意做得成吗', 'Can this business be done?'),
      codes: [
        'SELLER_NOT_EXIST',
        'SELLER_NOT_IN_SPECIFIED_SELLERS',
        'BUYER_SELLER_EQUAL',
        'TRADE_DATA_MATCH_ERROR',
        'TRADE_NOT_ALLOWED_PAY',
      ],
    },
  ],
  end: say('收银台', 'The cashier'),
}

export const TREE: Told = {
  title: say(
    '买家说付了，订单没动：按次序问四句',
    'Paid, and the order did not move: four questions in this order',
  ),
  items: [
    {
      label: say('通知记录里有这一单吗', 'Is there a row in the message log?'),
      note: say(
        '没有：查网络和地址：notify_url、DNS、防火墙、端口、通知环节',
        'No: network and address: notify_url, DNS, firewall, ports, stages',
      ),
    },
    {
      label: say('sign 和 mysign 一样吗', 'Is sign equal to mysign?'),
      note: say('不一样：查 key、参数、编码', 'No: key, parameters, charset'),
      codes: ['bad_sign', 'malformed'],
    },
    {
      label: say('responseTxt 是 true 吗', 'Is responseTxt true?'),
      note: say(
        '不是：查 partner、到网关的网络、是不是过了一分钟',
        'No: partner, the network to the gateway, more than a minute',
      ),
      codes: ['bad_source'],
    },
    {
      label: say('结果是哪一个', 'Which verdict is it?'),
      note: say(
        '不是 applied：和订单对不上；是 applied：查自己的代码',
        'Not applied: it does not fit the order. applied: your own code',
      ),
      codes: ['bad_amount', 'bad_seller', 'bad_trade_no', 'unknown_order', 'applied'],
    },
  ],
  end: say(
    '哪里都查不出来：主动查询，支付宝说了算',
    'Nothing found: query the trade, and Alipay’s word counts',
  ),
}
