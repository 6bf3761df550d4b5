import { get } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Env } from './env'

/** The merchant's account, if this start has created it. */
export interface NewMerchant {
  email: string
  password: string
}

/** Prints a text as soon as the server accepts requests. */
export async function tellReady({ host, port }: Env, text: string) {
  const url = `http://${host.includes(':') ? `[${host}]` : host}:${port}`
  while (!(await answers(url))) await wait(50)
  console.log(text)
}

/** Any status will do. Without keep-alive, since an open connection would delay Ctrl-C. */
const answers = (url: string) =>
  new Promise<boolean>((resolve) => {
    get(url, { agent: false }, (response) => {
      response.resume()
      resolve(true)
    }).on('error', () => resolve(false))
  })

const RULE = `  ${'─'.repeat(76)}`

/**
 * The line that programs wait for and, below it, the password that is shown only at the first start. Both are one text, so
 * that a program that has read the line has the password too.
 */
export function readyText(shopUrl: string, merchant?: NewMerchant): string {
  const ready = `担保 Danbao is ready: ${shopUrl}`
  if (!merchant) return ready
  const page = `${shopUrl}/merchant`
  const { email, password } = merchant
  return [
    ready,
    '',
    RULE,
    `  商家后台：${page}，邮箱 ${email}，密码 ${password}（只显示这一次）`,
    `  Back office: ${page}, sign in as ${email} with the password ${password} (shown only now)`,
    '  忘了密码就运行 npm run merchant:password，另设一个。If it is lost, that command sets a new one.',
    RULE,
    '',
  ].join('\n')
}
