import { dictionary } from '@/lib/dictionary'

export const errorWords = dictionary({
  zh: {
    failed: '出了点问题',
    failedHint: '不是您的问题，已付的款不会丢。请稍等片刻再试。',
    again: '再试一次',
    notFound: '这一页不在了',
    notFoundHint: '可能是商品已下架，或者网址少了几个字。搜一下，或者从首页找起。',
    outsideHint: '网址可能少了几个字。请从首页找起。',
    notInOffice: '编号可能不完整，或者这一条已经删除。',
    toOffice: '回后台首页',
    toShelf: '回首页',
    orders: '我的订单',
    forbidden: '没有权限查看',
    forbiddenHint: '当前登录的不是店主账号。要进后台，请先退出，再用店主账号登录。',
    signOut: '退出登录',
  },
  en: {
    failed: 'Something went wrong',
    failedHint: 'It is not your fault, and no payment is lost. Please try again in a moment.',
    again: 'Try again',
    notFound: 'This page is not here',
    notFoundHint:
      'The product may be off sale, or the address is missing a few letters. Try the search, or start from the home page.',
    outsideHint: 'The address may be missing a few letters. Start from the home page.',
    notInOffice: 'The number may be incomplete, or the entry was deleted.',
    toOffice: 'Back office',
    toShelf: 'Home page',
    orders: 'My orders',
    forbidden: 'This page is not for you',
    forbiddenHint:
      'The account you are signed in with is not the merchant’s. To enter the back office, sign out and sign in with the merchant’s account.',
    signOut: 'Sign out',
  },
})
