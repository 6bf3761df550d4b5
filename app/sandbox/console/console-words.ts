import { dictionary, plural } from '@/lib/dictionary'
import type { DeliveryState } from '@/lib/sandbox/trade/describe-trade'

/** The words of the console's two pages, except those for a trade's states and for faults. */
export const consoleWords = dictionary({
  zh: {
    title: '沙箱控制台',
    trades: '交易',
    searchLabel: '按编号、商品、账号或商户查找',
    searchHint: '编号、商品、账号、商户',
    search: '查找',
    noSuchTrades: '没有这样的交易。',
    noTrades: '还没有交易。到店里买点什么，或者用别的程序把请求发到 /sandbox/gateway.do。',
    yuan: (amount: string) => `${amount} 元`,
    notLoggedIn: '买家还没有登录',
    undelivered: (count: number) => `${count} 条通知未送达`,
    recover: '申请故障恢复：重发所有未成功的通知',
    reset: '清空交易和故障，时钟回到现在',
    askReset: '真的要清空吗？所有商户的交易都会没有，不能恢复。',
    resetForGood: '确定清空',
    keep: '不清空',

    connect: '接入：用支付宝的 SDK',
    connectHow:
      '开放平台的 SDK 只要换成下面的设置；应用私钥和各语言的写法见 docs/sandbox.zh-CN.md。别的应用用 POST /sandbox/api/merchants 登记。',
    gatewayAddress: '网关地址',
    appId: '应用 app_id',
    alipayPublicKey: '支付宝公钥',

    time: '沙箱时间（北京）',
    aheadBy: (days: number, hours: number, minutes: number) =>
      `比真实时间快 ${days > 0 ? `${days} 天 ` : ''}${hours > 0 ? `${hours} 小时 ` : ''}${minutes} 分钟`,
    movedTimes: '时钟拨快过：下面的时间都是沙箱时间，不是真实时间。',
    nextEvent: (at: string, trade: string, what: string) => `下一个事件 ${at}，交易 ${trade}：${what}`,
    delivery: '发送通知',
    noEvent: '没有等待中的通知，也没有到期的事。',
    toNextEvent: '拨到下一个事件',
    ahead: (duration: string) => `拨快 ${duration}`,
    durations: { '1m': '1 分钟', '2m': '2 分钟', '1h': '1 小时', '25h': '25 小时', '7d': '7 天' },

    tradeTitle: '交易 · 沙箱控制台',
    merchant: (partner: string) => `商户 ${partner}`,
    interfaces: { partner: '旧接口（MD5）', open: '开放平台（RSA2）' },
    notYet: '（还没有）',
    history: '经过',
    timeout: (at: string, what: string) => `没有人操作的话，${at} ${what}。`,
    noTimeout: '没有等待到期的事。',

    deliveries: '通知',
    noDeliveries: '还没有通知。',
    nextAttempt: (at: string) => `下一次 ${at}`,
    milliseconds: (count: number) => `${count} 毫秒`,
    fault: (what: string) => `故障 ${what}`,
    blankBytes: (bytes: number) => `前后有空白，共 ${bytes} 字节：照样算成功，文档要求的是正好 7 字节`,
    resend: '再发一次',
    beingSent: '正在发送，请稍后刷新本页',
    deliveryStates: {
      delivered: '已送达，商户回答 success',
      waiting: '等待发送',
      given_up: '8 次都没有成功，已停止',
    } satisfies Record<DeliveryState, string>,
  },
  en: {
    title: 'Sandbox console',
    trades: 'Trades',
    searchLabel: 'Find by number, product, account or merchant',
    searchHint: 'Number, product, account, merchant',
    search: 'Find',
    noSuchTrades: 'There are no such trades.',
    noTrades:
      'There are no trades yet. Buy something in the shop, or send a request to /sandbox/gateway.do from another program.',
    yuan: (amount) => `${amount} yuan`,
    notLoggedIn: 'The buyer has not logged in yet',
    undelivered: (count) => `${plural(count, 'notification')} not delivered`,
    recover: 'Recover: send again all that did not succeed',
    reset: 'Empty trades and faults, clock to now',
    askReset: 'Empty it all? The trades of every merchant will be gone for good.',
    resetForGood: 'Empty it',
    keep: 'Keep them',

    connect: 'Connect an SDK of Alipay’s',
    connectHow:
      'An SDK of the open platform needs these settings only. The application’s private key, and how each language writes it, are in docs/sandbox.md. Register other applications by POST /sandbox/api/merchants.',
    gatewayAddress: 'Gateway',
    appId: 'Application, app_id',
    alipayPublicKey: 'Alipay’s public key',

    time: 'Sandbox time (Beijing)',
    aheadBy: (days, hours, minutes) =>
      `ahead of the real time by ${days > 0 ? `${plural(days, 'day')} ` : ''}${hours > 0 ? `${plural(hours, 'hour')} ` : ''}${plural(minutes, 'minute')}`,
    movedTimes: 'The clock was moved: the times below are the sandbox’s, not real ones.',
    nextEvent: (at, trade, what) => `Next at ${at}, trade ${trade}: ${what}`,
    delivery: 'a notification is sent',
    noEvent: 'No notification is waiting, and nothing falls due.',
    toNextEvent: 'To the next event',
    ahead: (duration) => `${duration} ahead`,
    durations: { '1m': '1 minute', '2m': '2 minutes', '1h': '1 hour', '25h': '25 hours', '7d': '7 days' },

    tradeTitle: 'Trade · Sandbox console',
    merchant: (partner) => `merchant ${partner}`,
    interfaces: { partner: 'old interface (MD5)', open: 'open platform (RSA2)' },
    notYet: '(none yet)',
    history: 'History',
    timeout: (at, what) => `If nobody acts, at ${at} ${what}.`,
    noTimeout: 'Nothing is going to fall due.',

    deliveries: 'Notifications',
    noDeliveries: 'No notification yet.',
    nextAttempt: (at) => `next at ${at}`,
    milliseconds: (count) => `${count} ms`,
    fault: (what) => `fault ${what}`,
    blankBytes: (bytes) =>
      `blank space around it, ${bytes} bytes: taken as success, though the documents ask for exactly 7`,
    resend: 'Send again',
    beingSent: 'being sent; reload this page in a moment',
    deliveryStates: {
      delivered: 'delivered, the merchant answered success',
      waiting: 'waiting to be sent',
      given_up: 'stopped after 8 attempts without success',
    },
  },
})
