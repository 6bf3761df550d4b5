import { PASSWORD_LENGTH } from '@/lib/accounts/auth'
import { dictionary } from '@/lib/dictionary'

const { min, max } = PASSWORD_LENGTH

export const accountWords = dictionary({
  zh: {
    account: '我的账号',
    accountSection: '账号',
    passwordChanged: '密码已修改，其他设备都已退出登录。',
    ofMerchant: '店主账号。在店里购物时，和未登录的顾客一样。',
    ofBuyer: '您的订单都保存在这个账号里。',
    backOffice: '进入后台',
    orders: '我的订单',
    addresses: '地址簿',
    backToAccount: '返回我的账号',

    email: '邮箱',
    password: '密码',
    signIn: '登录',
    signOut: '退出登录',
    signInIntro: '登录后，您在这台设备上未登录时下的订单会归入您的账号。',
    noAccount: '还没有账号？',
    guestOrders: '不登录也能查看在这台设备上下的订单',
    deleted: '账号已注销。',
    signUp: '注册',
    signUpIntro: '有了账号，在任何设备上都能查看订单；您在这台设备上下的订单会归入您的账号。',
    emailHint: '用来登录，也用来接收订单通知和重设密码的邮件。',
    hasAccount: '已有账号？',

    forgot: '忘记密码',
    forgotLink: '忘记密码？',
    forgotIntro: '填写注册时用的邮箱，我们把重设密码的链接发给您。密码重设以后，您的订单都还在。',
    sendLink: '发送链接',
    sending: '正在发送',
    resetAsked:
      '如果这个邮箱注册过，几分钟内会收到一封邮件，里面的链接一小时内有效。没有收到的话，请看看垃圾邮件箱。',
    keptInOffice: '本店还没有设置邮件服务器，邮件不会寄出，留在后台：',
    mails: '打开后台的“邮件”',
    noMail: '本店目前不发送邮件，不能在这里重设密码。',
    contact: '联系卖家',
    reset: '设置新密码',
    resetIntro: '设置后，所有设备都需要用新密码重新登录。',
    resetDone: '新密码已设置，请用它登录。',
    linkInvalid: '链接已失效：可能已经用过、超过了一小时，或者没有复制完整。请重新申请。',
    askAgain: '重新申请',
    verify: '验证邮箱',
    verifyIntro: '点下面的按钮，确认这个邮箱是您的。',
    verifyDone: '邮箱已验证。',
    verifyInvalid: '链接已失效：可能超过了三天，或者没有复制完整。请登录后在“我的账号”里重新发送。',
    verified: '邮箱已验证',
    notVerified: '邮箱未验证',
    verifyWhy: '验证后才能收到所有订单通知。邮件里有验证链接，请查收。',
    sendAgain: '重新发送验证邮件',
    verificationAsked: '验证邮件已发送，请查收。',

    changePassword: '修改密码',
    changeIntro: '修改后，其他设备需要用新密码重新登录。',
    currentPassword: '当前密码',
    newPassword: '新密码',
    newPasswordHint: `至少 ${min} 个字符，请不要和其他网站用同一个密码。`,

    deleteAccount: '注销账号',
    deleteWhat: (email: string) => `${email} 的登录信息、购物车和地址簿会立即删除，无法恢复。`,
    deleteOrders: '订单仍会照常发货和退款，但您在本店将无法再查看，用同一个邮箱重新注册也不行。',
    deleteOpenTrades: '未完成的交易，请在注销后到支付宝继续处理。',
    itsYou: '请输入密码，确认是您本人操作。',

    browsers: '已登录的设备',
    here: '当前设备',
    signedIn: (when: string) => `${when} 登录`,
    signOutAll: '退出所有设备',
    signOutAllHint: '包括当前设备。如果有不认识的设备，请退出所有设备，再修改密码。',

    tooMany: '尝试次数过多，请过几分钟再试：等待时间每次加倍，最长 16 分钟。',
    wrong: {
      signIn: '邮箱或密码不正确，请重新输入。',
      change: '当前密码不正确，密码没有修改。',
      delete: '密码不正确，账号没有注销。',
    },
    /** Keyed by the code in the page's address (?failed=). */
    emailErrors: new Map([
      ['email', '请填写完整的邮箱，例如 name@example.com。'],
      ['taken', '这个邮箱已注册：请直接登录，或者换一个邮箱。'],
    ]),
    passwordErrors: new Map([
      ['short', `密码太短，至少要 ${min} 个字符。`],
      ['long', `密码太长，最多 ${max} 个字符。`],
    ]),
  },
  en: {
    account: 'My account',
    accountSection: 'Account',
    passwordChanged: 'Your password is changed, and all other devices are signed out.',
    ofMerchant: 'The merchant’s account. In the shop itself you are a guest.',
    ofBuyer: 'Your orders are kept in this account.',
    backOffice: 'To the back office',
    orders: 'My orders',
    addresses: 'Address book',
    backToAccount: 'Back to my account',

    email: 'E-mail',
    password: 'Password',
    signIn: 'Sign in',
    signOut: 'Sign out',
    signInIntro: 'Orders you placed on this device without signing in will be added to your account.',
    noAccount: 'No account yet?',
    guestOrders: 'See the orders of this device without signing in',
    deleted: 'The account is deleted.',
    signUp: 'Sign up',
    signUpIntro:
      'With an account you can see your orders on any device. Orders you placed on this one will be added to it.',
    emailHint: 'For signing in, mails about your orders, and a new password if you forget yours.',
    hasAccount: 'Have an account already?',

    forgot: 'Forgotten password',
    forgotLink: 'Forgot your password?',
    forgotIntro:
      'Enter the address you signed up with, and we will send you a link to set a new password. Your orders stay in your account.',
    sendLink: 'Send link',
    sending: 'Sending',
    resetAsked:
      'If this address has an account, a mail is on its way. Its link works for one hour. If nothing arrives in a few minutes, please look into your spam folder.',
    keptInOffice: 'This shop has no mail server yet. The mail is not sent and stays in the back office:',
    mails: 'Open “Mails” in the back office',
    noMail: 'This shop does not send mail at present, so you cannot reset your password here.',
    contact: 'Contact the seller',
    reset: 'Set a new password',
    resetIntro: 'All devices will have to sign in again with the new password.',
    resetDone: 'Your new password is set. Please sign in with it.',
    linkInvalid:
      'This link does not work any more: it was used before, is older than an hour, or was not copied completely. Please ask for a new one.',
    askAgain: 'Ask for a new link',
    verify: 'Confirm your address',
    verifyIntro: 'Press the button to confirm that this address is yours.',
    verifyDone: 'Your address is confirmed.',
    verifyInvalid:
      'This link does not work any more: it is older than three days, or was not copied completely. Please sign in and send a new one from “My account”.',
    verified: 'Address confirmed',
    notVerified: 'Address not confirmed',
    verifyWhy: 'Confirm it to get all mails about your orders: the link is in a mail that we have sent you.',
    sendAgain: 'Send the mail again',
    verificationAsked: 'The mail is on its way. Please check your inbox.',

    changePassword: 'Change password',
    changeIntro: 'All other devices will have to sign in again with the new password.',
    currentPassword: 'Current password',
    newPassword: 'New password',
    newPasswordHint: `At least ${min} characters. Do not reuse a password from another site.`,

    deleteAccount: 'Delete account',
    deleteWhat: (email) =>
      `The account ${email}, its cart and its address book are deleted at once and cannot be restored.`,
    deleteOrders:
      'Your orders are still shipped and refunded as usual, but you will not be able to see them here, not even with a new account for the same address.',
    deleteOpenTrades: 'Please finish any open trade at Alipay.',
    itsYou: 'Enter your password to confirm that it is you.',

    browsers: 'Signed-in devices',
    here: 'This device',
    signedIn: (when) => `since ${when}`,
    signOutAll: 'Sign out of all devices',
    signOutAllHint:
      'Including this one. If you do not recognise a device, do this and then change your password.',

    tooMany:
      'Too many attempts. Please try again in some minutes: the wait doubles each time, up to 16 minutes.',
    wrong: {
      signIn: 'The address or the password is wrong. Please check both.',
      change: 'The current password is wrong. Nothing was changed.',
      delete: 'The password is wrong. The account was not deleted.',
    },
    emailErrors: new Map([
      ['email', 'Please enter a complete address, such as name@example.com.'],
      ['taken', 'This address already has an account. Please sign in, or use another address.'],
    ]),
    passwordErrors: new Map([
      ['short', `Too short: a password has at least ${min} characters.`],
      ['long', `Too long: a password has at most ${max} characters.`],
    ]),
  },
})
