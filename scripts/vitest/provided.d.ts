export {}

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrl: string
  }
}
