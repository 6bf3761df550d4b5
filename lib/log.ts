import pino from 'pino'
import { env } from './env'
import { remember } from './remember'

/** One line of JSON per message, on standard output or appended to LOG_FILE; no key, no cookie, no raw message. */
export const log = () =>
  remember('log', () => {
    const { logFile, alipay } = env()
    return openLog(logFile, [alipay.key, ...(alipay.oldKey ? [alipay.oldKey.key] : [])])
  })

/** log_result (docs/spec.md T3.1g, T4.5a): one log line of any text with its fields. */
export function logResult(text: string, fields: object = {}, level: 'info' | 'warn' | 'error' = 'info') {
  log()[level](fields, text)
}

/** A log in a file or on standard output, in which keys are replaced by asterisks. */
export function openLog(file: string | undefined, keys: readonly string[]) {
  const options: pino.LoggerOptions = {
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    hooks: { streamWrite: (line) => keys.reduce((text, key) => text.replaceAll(key, '********'), line) },
  }
  if (!file) return pino(options)
  const destination = pino.destination({ dest: file, sync: true })
  // a full disk must not stop payments
  destination.on('error', (error: Error) => console.error(`LOG_FILE ${file}: ${error.message}`))
  return pino(options, destination)
}
