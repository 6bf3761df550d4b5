import { env } from '../env'

/**
 * Whether a mail reaches its reader: by the mail server, or in the sandbox by the back office. Without either, the pages offer
 * no new password and ask for no verified address.
 */
export const canMail = () => env().mail !== undefined || env().sandbox
