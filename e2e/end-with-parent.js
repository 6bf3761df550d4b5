// Preloaded into every program that a test starts (programs.ts): it ends with the test's worker, however that ends.
process.once('disconnect', () => process.exit(1))
process.channel?.unref()
process.execArgv.length = 0 // the programs that it starts end in their own way
