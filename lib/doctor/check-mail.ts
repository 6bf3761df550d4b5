import type { Env } from '../env'
import { mailErrorWords } from '../mail/mail-error-words'
import { verifyServer } from '../mail/smtp'
import { check, type Line, say } from './report'
import type { World } from './world'

/** Whether mails reach the mail server, which is asked to let the shop sign in. No mail is sent. */
export async function checkMail(
  { mail, sandbox, merchantEmail }: Env,
  { timeoutMs }: World,
): Promise<Line[]> {
  const line = check('', 'mail-server')
  if (!mail) {
    const found = [
      '没有设 SMTP_URL：邮件不寄出，留在后台的“邮件”里',
      'no SMTP_URL: mails are not sent and stay under “Mails” in the back office',
    ] as const
    return [
      sandbox
        ? line.ok(...found)
        : line.warning(
            `${found[0]}；买家收不到通知，也不能重设密码`,
            `${found[1]}; buyers are told nothing and cannot reset a password`,
            say('设 SMTP_URL、MAIL_FROM 和 MERCHANT_EMAIL', 'Set SMTP_URL, MAIL_FROM and MERCHANT_EMAIL'),
          ),
    ]
  }
  const { server, from } = mail
  const where = `${server.host}:${server.port}`
  const result = await verifyServer(server, timeoutMs)
  if (result.kind === 'failed') {
    const { error, reply } = result
    const number = reply === null ? '' : ` ${reply}`
    return [
      line.error(
        `${mailErrorWords.zh[error]}（${where}${number}）`,
        `${mailErrorWords.en[error]} (${where}${number})`,
        say(
          '核对 SMTP_URL 的主机、端口、用户名和密码（有的邮箱要用授权码），以及防火墙；邮件会一直重试两天',
          'Check host, port, user and password in SMTP_URL (some providers want an app password), and the firewall; mails are tried again for two days',
        ),
      ),
    ]
  }
  return [
    line.ok(
      `邮件服务器 ${where} 连得上${server.auth ? '，登录成功' : ''}；发件人 ${from.address}，给店主的发到 ${merchantEmail}`,
      `the mail server ${where} answers${server.auth ? ' and lets the shop sign in' : ''}; the sender is ${from.address}, the merchant's mails go to ${merchantEmail}`,
    ),
  ]
}
