import { dictionary } from '@/lib/dictionary'

export const officeFrameWords = dictionary({
  zh: {
    navigation: '后台导航',
    backOffice: '后台',
    today: '今日',
    orders: '订单',
    products: '商品',
    log: '通知记录',
    mails: '邮件',
    reconcile: '对账',
    doctor: '体检',
    shop: '查看店铺',
    signOut: '退出',
  },
  en: {
    navigation: 'Back office',
    backOffice: 'Back office',
    today: 'Today',
    orders: 'Orders',
    products: 'Products',
    log: 'Log',
    mails: 'Mails',
    reconcile: 'Reconcile',
    doctor: 'Doctor',
    shop: 'View shop',
    signOut: 'Sign out',
  },
})
