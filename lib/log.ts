import pino from 'pino'
import { remember } from './remember'

/** One line of JSON per message on standard output; no key, no cookie, no raw message. */
export const log = () => remember('log', () => pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }))
