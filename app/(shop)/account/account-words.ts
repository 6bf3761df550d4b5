import { PASSWORD_LENGTH } from '@/lib/accounts/auth'
import { dictionary } from '@/lib/dictionary'

const { min, max } = PASSWORD_LENGTH

export const accountWords = dictionary({
  zh: {
    account: '我的账号',
    accountSection: '账号',
    passwordChanged: '密码改好了，其他浏览器都已退出。',
    ofMerchant: '店主的账号。您在店里买东西时，和没有登录的顾客一样。',
    ofBuyer: '订单都在这个账号里。',
    backOffice: '去后台',
    orders: '看我的订单',
    backToAccount: '回到我的账号',

    email: '邮箱',
    password: '密码',
    signIn: '登录',
    signOut: '退出',
    signInIntro: '登录后，这个浏览器里没登录时下的订单会归到您的账号。',
    noAccount: '还没有账号？',
    deleted: '账号已经注销。',
    signUp: '注册',
    signUpIntro: '有了账号，换一个浏览器也能看到订单；这个浏览器里已经下的订单会归到您的账号。',
    emailHint: '登录时用，不会收到邮件。',
    hasAccount: '已经有账号？',

    changePassword: '修改密码',
    changeIntro: '改好以后，在其他浏览器里要用新密码重新登录。',
    currentPassword: '现在的密码',
    newPassword: '新密码',
    newPasswordHint: `至少 ${min} 个字符，别和其他网站用同一个。`,

    deleteAccount: '注销账号',
    deleteWhat: (email: string) => `${email} 的登录信息和购物车会马上删除，不能恢复。`,
    deleteOrders: '订单留在店里，照常发货和退款，但您在本店再也看不到它们，用同一个邮箱重新注册也看不到。',
    deleteOpenTrades: '还没走完的交易，请注销之后到支付宝里继续。',
    itsYou: '确认是您本人。',

    browsers: '登录着的浏览器',
    here: '就是这里',
    signedIn: (when: string) => `${when} 登录`,
    signOutAll: '全部退出',
    signOutAllHint: '包括这里。有不认识的，就全部退出，再改密码。',

    tooMany: '试错的次数太多，请过几分钟再试：等待的时间每次加倍，最长 16 分钟。',
    wrong: {
      signIn: '邮箱或密码不对，请再看一遍。',
      change: '现在的密码不对，密码没有改。',
      delete: '密码不对，账号没有注销。',
    },
    /** Keyed by the code in the page's address (?failed=). */
    emailErrors: new Map([
      ['email', '请填写完整的邮箱，例如 name@example.com。'],
      ['taken', '这个邮箱已经注册过了：请直接登录，或者换一个邮箱。'],
    ]),
    passwordErrors: new Map([
      ['short', `密码太短，至少要 ${min} 个字符。`],
      ['long', `密码太长，最多 ${max} 个字符。`],
    ]),
  },
  en: {
    account: 'My account',
    accountSection: 'Account',
    passwordChanged: 'Your password is changed, and all other browsers are signed out.',
    ofMerchant: 'The merchant’s account. When you buy in the shop, you do so as a guest.',
    ofBuyer: 'Your orders are kept in this account.',
    backOffice: 'To the back office',
    orders: 'See my orders',
    backToAccount: 'Back to my account',

    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signInIntro: 'What you have ordered in this browser without an account becomes your account’s.',
    noAccount: 'No account yet?',
    deleted: 'The account is deleted.',
    signUp: 'Sign up',
    signUpIntro:
      'With an account you see your orders in any browser. What you have ordered in this one becomes your account’s.',
    emailHint: 'For signing in. We send no e-mail.',
    hasAccount: 'Have an account already?',

    changePassword: 'Change password',
    changeIntro: 'All other browsers will have to sign in again with the new password.',
    currentPassword: 'Current password',
    newPassword: 'New password',
    newPasswordHint: `At least ${min} characters, and none that you use elsewhere.`,

    deleteAccount: 'Delete account',
    deleteWhat: (email) => `The sign-in and the cart of ${email} are deleted at once, for good.`,
    deleteOrders:
      'The orders stay with the shop and are shipped and refunded as usual, but you will not see them here again, not even with a new account of the same address.',
    deleteOpenTrades: 'Please see any open trade to its end at Alipay.',
    itsYou: 'To make sure that it is you.',

    browsers: 'Signed-in browsers',
    here: 'this one',
    signedIn: (when) => `since ${when}`,
    signOutAll: 'Sign out everywhere',
    signOutAllHint: 'Here too. If you do not know one of them, do this, and then change your password.',

    tooMany:
      'Too many attempts. Please try again in some minutes: the wait doubles each time, up to 16 minutes.',
    wrong: {
      signIn: 'The address or the password is wrong. Please check both.',
      change: 'This is not your current password. Nothing was changed.',
      delete: 'The password is wrong. The account was not deleted.',
    },
    emailErrors: new Map([
      ['email', 'Please give a complete address, such as name@example.com.'],
      ['taken', 'This address has an account already. Please sign in, or use another address.'],
    ]),
    passwordErrors: new Map([
      ['short', `Too short: a password has at least ${min} characters.`],
      ['long', `Too long: a password has at most ${max} characters.`],
    ]),
  },
})
