import { dictionary } from '@/lib/dictionary'

export const signInWords = dictionary({
  zh: {
    title: '店主登录',
    email: '邮箱',
    password: '密码',
    signIn: '登录',
    failed: {
      wrong:
        '邮箱或密码不对。密码只在第一次启动时显示过一次；丢了就在服务器上运行 npm run merchant:password。',
      too_many:
        '试错的次数太多，请过几分钟再试：等待的时间每次加倍，最长 16 分钟。以前登录过的浏览器不受别人影响。',
    } as Record<string, string>,
  },
  en: {
    title: 'Back office: sign in',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    failed: {
      wrong:
        'The e-mail address or the password is wrong. The password was shown once, at the first start; if it is lost, run npm run merchant:password on the server.',
      too_many:
        'Too many attempts. Please try again in some minutes: the wait doubles each time, up to 16 minutes. A browser that has signed in before is not held up by others.',
    },
  },
})
