import { dictionary } from '@/lib/dictionary'

export const signInWords = dictionary({
  zh: {
    title: '店主登录',
    email: '邮箱',
    password: '密码',
    signIn: '登录',
    forgot: '忘记密码？',
    whereFrom: '邮箱和密码在第一次启动时打印在终端的最后几行。没有记下来，就在本店的目录里运行',
    afterCommand: '，另设一个密码。',
    failed: {
      wrong: '邮箱或密码不对，请再看一遍。',
      too_many:
        '尝试次数过多，请过几分钟再试：等待时间每次加倍，最长 16 分钟。以前登录过的浏览器不受别人影响。',
    } as Record<string, string>,
  },
  en: {
    title: 'Back office: sign in',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    forgot: 'Forgot your password?',
    whereFrom:
      'The address and the password are the last lines that the first start printed in the terminal. If they are gone, set a new password in the shop’s folder with ',
    afterCommand: '.',
    failed: {
      wrong: 'The e-mail address or the password is wrong. Please check both.',
      too_many:
        'Too many attempts. Please try again in some minutes: the wait doubles each time, up to 16 minutes. A browser that has signed in before is not held up by others.',
    },
  },
})
