export {}

declare module 'vitest' {
  interface ProvidedContext {
    databaseUrls: string[]
    /** The size of the model test, by `npm run test:model`. */
    model?: { numRuns: number; seed: number }
  }
}
