import { PASSWORD_LENGTH } from '@/lib/accounts/password-length'

const { min, max } = PASSWORD_LENGTH

export const NEW_PASSWORD_HINT = `至少 ${min} 个字符，别和其他网站用同一个。`

/** What is wrong with a new password, by the kind of the refusal. */
export const NEW_PASSWORD_ERRORS: Record<string, string> = {
  short: `密码太短，至少要 ${min} 个字符。`,
  long: `密码太长，最多 ${max} 个字符。`,
}

export const TOO_MANY = '试得太多了，请过一分钟再试。'

export const FOREIGN = '请从本店的页面提交。'
