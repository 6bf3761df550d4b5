import { dictionary } from '../../../lib/dictionary'

/** The words of the frame around every page of the sandbox. */
export const gatewayWords = dictionary({
  zh: {
    gateway: '担保交易 · 沙箱网关',
    notRealMoney: '模拟的网关，这里不收真钱',
    console: '控制台',
    otherLanguage: 'English',
    independent: '这是沙箱，与支付宝（中国）和蚂蚁集团没有关系。',
    notFound: '沙箱里没有这笔交易',
    notFoundWhy: '地址可能写错了，或者沙箱清空过。要付款，请回到商户的订单页面，重新去付款。',
    allTrades: '控制台里有全部交易',
    tokenTitle: '进入控制台',
    tokenWhy: '这个沙箱是公开的，所以控制台只给启动它的人。令牌在启动时打印，每次启动都不同。',
    token: '令牌',
    tokenWrong: '令牌不对。请从启动时的输出里整个复制。',
    enter: '进入',
    foreignHost:
      '控制台和控制接口只在 SHOP_URL 的主机名或本机地址（127.0.0.1、localhost）上回答。前面有反向代理的话，让它传递 Host。',
  },
  en: {
    gateway: 'Escrow · Sandbox gateway',
    notRealMoney: 'A simulated gateway: no real money is taken here',
    console: 'Console',
    otherLanguage: '中文',
    independent: 'This is a sandbox. It has nothing to do with Alipay or Ant Group.',
    notFound: 'There is no such trade in the sandbox',
    notFoundWhy:
      'The address may be wrong, or the sandbox was emptied. To pay, go back to the order at the merchant’s and begin again there.',
    allTrades: 'The console has all trades',
    tokenTitle: 'Open the console',
    tokenWhy:
      'This sandbox is public, so its console is for those who started it. The token is printed at start, another one each time.',
    token: 'Token',
    tokenWrong: 'This is not the token: copy all of it from the output of the start.',
    enter: 'Enter',
    foreignHost:
      'The console and the control API answer only at the host of SHOP_URL or of this machine (127.0.0.1, localhost). A proxy in front has to pass on Host.',
  },
})
