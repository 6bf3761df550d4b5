/** One value per process: `next dev` reloads modules, and route handlers and pages get separate module copies. */
export function remember<T>(name: string, make: () => T): T {
  const store = globalThis as unknown as Record<string, T | undefined>
  return (store[`danbao:${name}`] ??= make())
}
