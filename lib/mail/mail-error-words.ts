import { dictionary } from '../dictionary'
import type { MailError } from './mail'

/** Why a mail server did not take a mail, without a full stop; for the office and the doctor. */
export const mailErrorWords = dictionary({
  zh: {
    unreachable: '连不上邮件服务器',
    timeout: '邮件服务器没有按时答复',
    tls: '和邮件服务器的加密连接没有建立',
    auth: '邮件服务器不接受 SMTP_URL 里的用户名和密码',
    refused: '邮件服务器拒收',
    odd_reply: '对方的答复不是邮件服务器的答复',
    expired: '邮件里的链接已过期，不再发送',
  } satisfies Record<MailError, string> as Record<string, string>,
  en: {
    unreachable: 'The mail server could not be reached',
    timeout: 'The mail server did not answer in time',
    tls: 'No encrypted connection to the mail server could be made',
    auth: 'The mail server does not accept the user and password in SMTP_URL',
    refused: 'The mail server refused it',
    odd_reply: 'The answer was not that of a mail server',
    expired: 'Its link has expired, so it is not sent any more',
  } satisfies Record<MailError, string>,
})
