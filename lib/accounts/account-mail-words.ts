import { dictionary } from '../dictionary'

/** What mails about accounts say. */
export const accountMailWords = dictionary({
  zh: {
    account: '账号',
    reset_password: {
      subject: '重设密码',
      intro: ['有人为这个账号申请重设密码。点下面的链接设置新密码，一小时内有效，只能用一次。'],
      link: '设置新密码',
      note: '不是您本人申请的话，不用理会：没有这个链接，密码不会改变。请不要把链接转发给别人。',
    },
    verify_email: {
      subject: '验证邮箱',
      intro: [
        '请点下面的链接，确认这个邮箱是您的。验证后，订单的消息都能收到，忘记密码也能找回。链接三天内有效。',
      ],
      link: '验证邮箱',
      note: '您没有在本店注册的话，不用理会这封邮件。',
    },
  },
  en: {
    account: 'Account',
    reset_password: {
      subject: 'Reset your password',
      intro: [
        'Someone asked for a new password for this account. Use the link below to set one. It works once, within one hour.',
      ],
      link: 'Set a new password',
      note: 'If it was not you, you need not do anything: without this link the password stays as it is. Please do not forward it.',
    },
    verify_email: {
      subject: 'Confirm your e-mail address',
      intro: [
        'Please confirm that this address is yours. You will then get all mails about your orders, and can reset your password. The link works for three days.',
      ],
      link: 'Confirm address',
      note: 'If you did not sign up with this shop, please ignore this mail.',
    },
  },
})
