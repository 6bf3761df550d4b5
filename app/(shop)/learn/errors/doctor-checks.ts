import type { Bilingual } from '@/lib/dictionary'
import type { Slug } from '../texts'

interface Check {
  /** What is checked, and what goes wrong where it fails. */
  what: Bilingual
  /** The chapter that tells more. */
  chapter: Slug
}

const about = (chapter: Slug, zh: string, en: string): Check => ({ what: { zh, en }, chapter })

/** The checks of `npm run doctor` by their names. Each line of the doctor says itself what to do; this says why it asks. */
export const DOCTOR_CHECKS: Readonly<Record<string, Check>> = {
  node: about(
    'before-you-start',
    'Node 的版本够不够新：太旧，网店起不来。',
    'Whether Node is new enough: with an older one the shop does not start.',
  ),
  rest: about(
    'settings',
    '设置有错的时候，其余的都不查：先把设置改对。',
    'With wrong settings nothing else is checked: mend them first.',
  ),
  ALIPAY_PARTNER: about(
    'settings',
    '合作身份者 ID：16 位数字，以 2088 开头，不是邮箱，也不是 key。',
    'The partner: 16 digits beginning with 2088, neither the e-mail nor the key.',
  ),
  ALIPAY_KEY: about(
    'settings',
    '安全校验码：32 位字母和数字，首尾没有空格。填错了，每个签名都错。',
    'The key: 32 letters and digits without blanks. With a wrong one every sign is wrong.',
  ),
  ALIPAY_NOTIFY_URL: about(
    'settings',
    '通知的网址要完整、不带参数：带了参数，签名就对不上。',
    'The address of notifications is complete and bare: a parameter of its own spoils the sign.',
  ),
  ALIPAY_RETURN_URL: about(
    'settings',
    '返回的网址要完整、不带参数。',
    'The return address is complete and bare.',
  ),
  ALIPAY_SHOW_URL: about(
    'settings',
    '商品展示网址：最好是订单列表，不带参数。',
    'The address of the goods: best the list of orders, without parameters.',
  ),
  ALIPAY_INPUT_CHARSET: about(
    'signature',
    '接口的编码：utf-8 或 gbk，签名、发送、接收都用它。',
    'The charset of the interface: utf-8 or gbk, for signing, sending and receiving.',
  ),
  ALIPAY_SIGN_TYPE: about(
    'signature',
    '签名方式：旧接口是 MD5，大写。',
    'The way of signing: MD5 in the old interface, in capitals.',
  ),
  ALIPAY_GATEWAY_URL: about(
    'settings',
    '网关的网址：沙箱、真的旧接口，还是开放平台。',
    'The gateway: the sandbox, the real old interface, or the open platform.',
  ),
  money: about(
    'settings',
    '网店会不会拿沙箱的“付款”当真钱发货。',
    'Whether the shop could take play money for real money.',
  ),
  'app-key': about(
    'open-platform',
    '应用私钥读得出来，也够长。',
    'The application’s private key can be read and is long enough.',
  ),
  'key-pair': about(
    'open-platform',
    '支付宝公钥没有误填成自己的应用公钥：这是最常见的错。',
    'Alipay’s public key is not the application’s own: the commonest mistake of all.',
  ),
  'alipay-key': about(
    'open-platform',
    '支付宝的回答用 ALIPAY_PUBLIC_KEY 验得过。',
    'Alipay’s answers verify by ALIPAY_PUBLIC_KEY.',
  ),
  request: about(
    'request',
    '本店做出来的请求自己先检查一遍：订单号唯一，带着 notify_url。',
    'The shop looks at a request of its own: a unique number, and notify_url sent along.',
  ),
  'order-number': about(
    'request',
    '订单号不是写死的，也猜不到。',
    'Order numbers are neither constant nor guessable.',
  ),
  'order-unique': about(
    'request',
    '数据库不让两张订单用同一个号。',
    'The database lets no two orders have one number.',
  ),
  'return-origin': about(
    'settings',
    '返回的网址和网店自己的网址是同一个站，不然买家回来看不到订单。',
    'The return address is of the shop’s own site, or buyers coming back do not see their order.',
  ),
  'notify-port': about(
    'on-a-server',
    '通知的网址用 80 或 443 端口：别的端口常被挡住。',
    'The address of notifications is on port 80 or 443; others are often blocked.',
  ),
  database: about('lost-orders', '数据库连得上。', 'The database can be reached.'),
  'database-migrated': about(
    'lost-orders',
    '数据库的表是这个版本的。',
    'The database has the tables of this version.',
  ),
  'database-writable': about(
    'lost-orders',
    '数据库写得进去：写不进去，订单就不会更新。',
    'The database can be written to; otherwise no order is updated.',
  ),
  'event-times': about(
    'lost-orders',
    '订单事件的时间没有跑到将来去。',
    'The times of the orders’ events are not in the future.',
  ),
  'gateway-dns': about(
    'lost-orders',
    '网关的域名解析得出来。不要把支付宝的 IP 写死。',
    'The gateway’s name can be resolved. Do not pin Alipay’s addresses.',
  ),
  'gateway-port': about(
    'lost-orders',
    '到网关的连接没有被防火墙挡住。',
    'No firewall stands between the shop and the gateway.',
  ),
  'gateway-tls': about(
    'lost-orders',
    '和网关的 https 连接正常：证书、时钟、中间的代理。',
    'The https connection to the gateway works: certificates, clock, proxies.',
  ),
  'gateway-answer': about(
    'error-codes',
    '网关认得这个账户和它的签名。',
    'The gateway knows the account and its sign.',
  ),
  contract: about(
    'before-you-start',
    '合同里有这个接口：用一个不会成交的请求去试。',
    'The contract has this interface: tried with a request that can come to nothing.',
  ),
  'contract-page': about(
    'before-you-start',
    '合同有没有到期，只能登录账户看。',
    'Whether the contract has expired can only be looked up in the account.',
  ),
  stages: about(
    'order-of-states',
    '通知环节要选上，没选的不发通知。',
    'Stages must be selected; the others are not notified.',
  ),
  'shop-runs': about(
    'before-you-start',
    '网店开着，用的就是这些设置。',
    'The shop is running, with these settings.',
  ),
  'notify-dns': about(
    'on-a-server',
    '通知的域名解析得出来，而且是公网能到的地址。',
    'The host of notify_url resolves, to an address that the Internet reaches.',
  ),
  'notify-connect': about(
    'on-a-server',
    '通知的网址连得上。',
    'The address of notifications accepts connections.',
  ),
  'notify-get': about(
    'on-a-server',
    '直接打开通知页，只看到 fail：没有跳转，没有登录，没有网页。',
    'The notify page opened bare shows fail and nothing else: no redirect, no log-in, no HTML.',
  ),
  'notify-post': about(
    'on-a-server',
    '通知页回答的正好是那几个字节。',
    'The notify page answers exactly its few bytes.',
  ),
  'notify-bytes': about(
    'signature',
    '通知里的字节原样到了程序手里，没有被代理或框架改过。',
    'The bytes of a notification reach the program as they were sent.',
  ),
  'return-bytes': about(
    'signature',
    '返回里的字节原样到了程序手里。',
    'The bytes of a return reach the program as they were sent.',
  ),
  return: about('on-your-machine', '返回页打得开。', 'The return page opens.'),
  'notify-verify': about(
    'three-steps',
    '问网关“是你发的吗”，问得到回答。',
    'The question “is this yours?” gets an answer.',
  ),
  'show-url': about('settings', '商品展示网址打得开。', 'The address of the goods opens.'),
  forms: about(
    'settings',
    '网店自己的表单提交得了：代理没有改掉主机名。',
    'The shop’s own forms can be sent: no proxy hides the host’s name.',
  ),
  clock: about(
    'on-your-machine',
    '服务器的时钟准不准：返回只有一分钟有效。',
    'Whether the server’s clock is right: a return is good for one minute.',
  ),
  'from-outside': about(
    'on-a-server',
    '从外面的网络打开通知的网址，才知道外面能不能到。',
    'Only a look from another network tells whether the outside gets in.',
  ),
  'one-minute': about(
    'on-your-machine',
    '返回过了一分钟就验不过，那不是错。',
    'A return older than a minute does not verify, and nothing is wrong.',
  ),
  firewall: about(
    'lost-orders',
    '防火墙放行两个方向：到网关，和从网关来。',
    'The firewall lets both directions pass: to the gateway and from it.',
  ),
  addresses: about(
    'lost-orders',
    '支付宝的 IP 会变，只能参考，不能当身份证明。',
    'Alipay’s addresses change: a hint, and no proof of origin.',
  ),
  moved: about(
    'lost-orders',
    '服务器换过 IP 之后收不到通知，给通知页换个名字。',
    'Without notifications since the server moved, give the page another name.',
  ),
  'business-code': about(
    'lost-orders',
    '消息验过了，订单还不动：查自己的代码。',
    'Verified, and the order does not move: look at your own code.',
  ),
  'recent-failures': about(
    'lost-orders',
    '最近的消息是签名不对的多，还是网关不认的多。',
    'Whether the messages of late fail by their sign or by the gateway’s word.',
  ),
  'mail-server': about(
    'before-you-start',
    '发邮件的服务器连得上、登录得了：连不上，买家收不到邮件。',
    'The mail server can be reached and lets the shop in; otherwise buyers get no mail.',
  ),
  'step-1': about(
    'on-your-machine',
    '测试第一步：本机，只试接口。',
    'The first step of testing: your machine, the interface alone.',
  ),
  'step-2': about(
    'on-a-server',
    '测试第二步：服务器，只试接口。',
    'The second step: a server, the interface alone.',
  ),
  'step-3': about(
    'request',
    '测试第三步：接到订单流程里。',
    'The third step: join it to the flow of orders.',
  ),
  'step-4': about(
    'on-your-machine',
    '测试第四步：本机，带着流程。',
    'The fourth step: your machine, with the flow.',
  ),
  'step-5': about(
    'on-a-server',
    '测试第五步：服务器，带着流程。',
    'The fifth step: a server, with the flow.',
  ),
}
