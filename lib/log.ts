import { appendFileSync, openSync } from 'node:fs'
import pino from 'pino'
import { env } from './env'
import { remember } from './remember'

/** One line of JSON per message, on standard output or appended to LOG_FILE; no key, no cookie, no raw message. */
export const log = () =>
  remember('log', () => {
    const { logFile, alipay, mail } = env()
    // the keys of the open platform are KeyObjects, which print nothing
    const { key, oldKey } = alipay.kind === 'partner' ? alipay : {}
    return openLog(
      logFile,
      [key, oldKey?.key, mail?.server.auth?.pass].filter((secret) => secret !== undefined),
    )
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
  return pino(options, appendTo(file))
}

/** Milliseconds between two complaints about lines that are lost. */
const COMPLAIN_EVERY = 60_000

/**
 * Appends each line at once. One that cannot be written, for example to a full disk, is lost and said so on standard error:
 * it must neither stop payments nor stay in memory, where pino's own destination keeps it.
 */
function appendTo(file: string) {
  const descriptor = openSync(file, 'a')
  let lost = 0
  let complainedAt = -Infinity
  return {
    write(line: string) {
      try {
        appendFileSync(descriptor, line)
      } catch (error) {
        lost++
        if (performance.now() - complainedAt < COMPLAIN_EVERY) return
        complainedAt = performance.now()
        console.error(
          `LOG_FILE ${file}: ${error instanceof Error ? error.message : error} (lines lost: ${lost})`,
        )
      }
    },
  }
}
