/** Loaded into the shop by bench/memory.ts: SIGUSR2 collects the garbage, and prints the megabytes that are alive. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc')

process.on('SIGUSR2', () => {
  collectGarbage()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  console.log(`alive: ${(heapUsed + arrayBuffers) / 2 ** 20} MB`)
})
