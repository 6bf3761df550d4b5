/** Characters of a new password. */
export const PASSWORD_LENGTH = { min: 8, max: 128 } as const

/** What is wrong with the length of a new password, if anything. */
export function wrongLength(password: string): 'short' | 'long' | undefined {
  if (password.length < PASSWORD_LENGTH.min) return 'short'
  if (password.length > PASSWORD_LENGTH.max) return 'long'
}
