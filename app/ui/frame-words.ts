import { dictionary, plural } from '@/lib/dictionary'

export const frameWords = dictionary({
  zh: {
    navigation: '主导航',
    shelf: '货架',
    directPay: '直接付款',
    orders: '我的订单',
    account: '我的账号',
    cart: '购物车',
    inCart: (count: number) => `${count} 件`,
    sandbox: '沙箱环境',
    notRealMoney: '沙箱环境：网关是自带的，付的不是真钱。',
    console: '沙箱控制台',
    promise: '货款先由支付宝保管，您确认收货后才付给卖家。',
  },
  en: {
    navigation: 'Main',
    shelf: 'Shop',
    directPay: 'Direct payment',
    orders: 'My orders',
    account: 'My account',
    cart: 'Cart',
    inCart: (count) => plural(count, 'item'),
    sandbox: 'Sandbox',
    notRealMoney: 'Sandbox: the gateway came with this shop, and no real money is paid.',
    console: 'Sandbox console',
    promise: 'Alipay keeps your money and pays the seller once you have confirmed that the goods arrived.',
  },
})
