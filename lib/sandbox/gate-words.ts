import { dictionary } from '../dictionary'

/** The frame around every page of the sandbox. */
export const gateWords = dictionary({
  zh: {
    gateway: '担保交易 · 沙箱网关',
    notRealMoney: '模拟的网关，这里不收真钱',
    console: '控制台',
    otherLanguage: 'English',
    independent: '这是沙箱，与支付宝（中国）和蚂蚁集团没有关系。',
    notFound: '沙箱里没有这笔交易',
    notFoundWhy: '地址可能写错了，或者沙箱清空过。要付款，请回到商户的订单页面，重新去付款。',
    allTrades: '控制台里有全部交易',
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
  },
})
