import { dictionary } from '@/lib/dictionary'

export const errorWords = dictionary({
  zh: {
    failed: '出了点问题',
    failedHint: '您没有做错什么，已付的款不会丢。请稍等片刻再试。',
    again: '再试一次',
    notFound: '没有这个页面',
    notFoundHint: '地址可能写错了，或者这件商品已经下架。',
    toShelf: '去货架看看',
    forbidden: '您不能看这个页面',
    forbiddenHint: '您登录的账号不是店主的。要进后台，请先退出，再用店主的账号登录。',
    signOut: '退出',
  },
  en: {
    failed: 'Something went wrong',
    failedHint: 'It is not your fault, and no payment is lost. Please try again in a moment.',
    again: 'Try again',
    notFound: 'There is no such page',
    notFoundHint: 'The address may be mistyped, or the product is no longer on sale.',
    toShelf: 'Go to the shop',
    forbidden: 'This page is not for you',
    forbiddenHint:
      'The account you are signed in with is not the merchant’s. To enter the back office, sign out and sign in with the merchant’s account.',
    signOut: 'Sign out',
  },
})
