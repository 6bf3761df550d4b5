export {}

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrls: string[]
  }
}
