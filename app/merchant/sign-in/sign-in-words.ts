import { dictionary } from '@/lib/dictionary'

export const signInWords = dictionary({
  zh: {
    title: '店主登录',
    email: '邮箱',
    password: '密码',
    signIn: '登录',
    forgot: '忘记密码？',
    whereFrom: '邮箱和密码显示在第一次启动时终端的最后几行。没有记下来的话，请在本店的目录里运行',
    afterCommand: '，重设密码。',
    failed: {
      wrong: '邮箱或密码不正确，请检查后重试。',
      too_many: '尝试次数过多，请过几分钟再试：每次等待时间加倍，最长 16 分钟。登录过的浏览器不受他人影响。',
    } as Record<string, string>,
  },
  en: {
    title: 'Back office sign-in',
    email: 'E-mail address',
    password: 'Password',
    signIn: 'Sign in',
    forgot: 'Forgot your password?',
    whereFrom:
      'The e-mail address and password were printed in the last lines of the terminal at the first start. If you no longer have them, set a new password in the shop’s folder with ',
    afterCommand: '.',
    failed: {
      wrong: 'The e-mail address or password is wrong. Please check and try again.',
      too_many:
        'Too many attempts. Please try again in a few minutes: the wait doubles each time, up to 16 minutes. A browser that has signed in before is not affected by others.',
    },
  },
})
