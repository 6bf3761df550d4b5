import { randomInt } from 'node:crypto'
import { beijingDay } from '../alipay/beijing-time'

/**
 * A new order number: the Beijing date and 16 random digits, such as 202611220123456789012345 (spec.md T3.3b, T4.2).
 * Unique by chance (and by the database's constraint), and not guessable.
 */
export function newOrderNo(now: Date): string {
  return beijingDay(now).replaceAll('-', '') + eightDigits() + eightDigits()
}

const eightDigits = () => String(randomInt(100_000_000)).padStart(8, '0')
