import type { Prisma } from '@/generated/sandbox/client'

/** The request that a trade was made from, as text. */
export function requestOf({ request }: { request: Prisma.JsonValue }): Readonly<Record<string, string>> {
  const entries = request && typeof request === 'object' ? Object.entries(request) : []
  return Object.fromEntries(entries.map(([name, value]) => [name, String(value)]))
}
