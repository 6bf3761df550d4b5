import { PASSWORD_LENGTH } from '@/lib/accounts/auth'
import { dictionary } from '@/lib/dictionary'

const { min, max } = PASSWORD_LENGTH

export const accountWords = dictionary({
  zh: {
    account: '我的账号',
    accountSection: '账号',
    passwordChanged: '密码已修改，其他设备都已退出登录。',
    ofMerchant: '店主账号。在店里下单时，和未登录的顾客一样。',
    ofBuyer: '您的订单都保存在这个账号里。',
    backOffice: '去后台',
    orders: '我的订单',
    addresses: '地址簿',
    backToAccount: '返回我的账号',

    email: '邮箱',
    password: '密码',
    signIn: '登录',
    signOut: '退出',
    signInIntro: '登录后，在这个浏览器里未登录时下的订单会归到您的账号。',
    noAccount: '还没有账号？',
    deleted: '账号已经注销。',
    signUp: '注册',
    signUpIntro: '有了账号，换一台设备也能查看订单；在这个浏览器里已经下的订单会归到您的账号。',
    emailHint: '登录时用，不会收到邮件。',
    hasAccount: '已经有账号？',

    changePassword: '修改密码',
    changeIntro: '修改后，其他设备需要用新密码重新登录。',
    currentPassword: '当前密码',
    newPassword: '新密码',
    newPasswordHint: `至少 ${min} 个字符，不要和其他网站用同一个密码。`,

    deleteAccount: '注销账号',
    deleteWhat: (email: string) => `${email} 的登录信息、购物车和地址簿会立即删除，不能恢复。`,
    deleteOrders: '订单会保留在店里，照常发货和退款，但您在本店不能再查看，用同一个邮箱重新注册也看不到。',
    deleteOpenTrades: '还没完成的交易，注销后请到支付宝里继续。',
    itsYou: '用来确认是您本人。',

    browsers: '已登录的设备',
    here: '当前设备',
    signedIn: (when: string) => `${when} 登录`,
    signOutAll: '全部退出',
    signOutAllHint: '包括当前设备。如果有不认识的设备，请全部退出，再修改密码。',

    tooMany: '尝试次数过多，请过几分钟再试：等待时间每次加倍，最长 16 分钟。',
    wrong: {
      signIn: '邮箱或密码不对，请检查后重试。',
      change: '当前密码不对，密码没有修改。',
      delete: '密码不对，账号没有注销。',
    },
    /** Keyed by the code in the page's address (?failed=). */
    emailErrors: new Map([
      ['email', '请填写完整的邮箱，例如 name@example.com。'],
      ['taken', '这个邮箱已注册，请直接登录，或者换一个邮箱。'],
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
    ofMerchant: 'The merchant’s account. In the shop you order as a guest.',
    ofBuyer: 'Your orders are kept in this account.',
    backOffice: 'To the back office',
    orders: 'My orders',
    addresses: 'Address book',
    backToAccount: 'Back to my account',

    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signInIntro: 'Orders that you placed in this browser without an account are moved to your account.',
    noAccount: 'No account yet?',
    deleted: 'The account is deleted.',
    signUp: 'Sign up',
    signUpIntro:
      'With an account you can see your orders on any device. Orders placed in this browser are moved to it.',
    emailHint: 'For signing in. We send no e-mail.',
    hasAccount: 'Have an account already?',

    changePassword: 'Change password',
    changeIntro: 'All other browsers will have to sign in again with the new password.',
    currentPassword: 'Current password',
    newPassword: 'New password',
    newPasswordHint: `At least ${min} characters, and none that you use elsewhere.`,

    deleteAccount: 'Delete account',
    deleteWhat: (email) =>
      `The sign-in, the cart and the address book of ${email} are deleted at once, for good.`,
    deleteOrders:
      'The orders stay with the shop and are shipped and refunded as usual, but you will not see them here again, not even with a new account of the same address.',
    deleteOpenTrades: 'Continue any open trade at Alipay.',
    itsYou: 'To confirm that it is you.',

    browsers: 'Signed-in devices',
    here: 'this device',
    signedIn: (when) => `since ${when}`,
    signOutAll: 'Sign out everywhere',
    signOutAllHint:
      'This device too. If you do not recognise a device, sign out everywhere and change your password.',

    tooMany:
      'Too many attempts. Please try again in some minutes: the wait doubles each time, up to 16 minutes.',
    wrong: {
      signIn: 'The e-mail address or the password is wrong. Please check both.',
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
