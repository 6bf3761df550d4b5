// npm run test:model: the model test of lib/payments with thousands of runs, on PostgreSQL where it is installed.
import { randomInt } from 'node:crypto'
import { createVitest } from 'vitest/node'
import { runCommand } from './command.js'
import { serverBinaries } from './postgres.js'
import { say } from './say.js'

const usage = {
  zh: `npm run test:model -- [N] [--seed S] [--lang zh|en]

模型测试跑 N 次（默认 2000）。同一个 S 跑出同样的步骤。结束码 0：都对；1：有错。`,
  en: `npm run test:model -- [N] [--seed S] [--lang zh|en]

Runs the model test N times (2000). The same S makes the same steps. Ends with 0 where all was right, and with 1 where it
was not.`,
}

const isCount = (/** @type {string | undefined} */ text) => text === undefined || /^[1-9]\d{0,8}$/.test(text)

void runCommand(
  {
    usage,
    options: /** @type {const} */ ({ seed: { type: 'string' } }),
    accepts: (names) => names.length <= 1 && isCount(names[0]),
  },
  async ({ names: [count = '2000'], values }) => {
    const seed = Number(values.seed ?? randomInt(1, 1_000_000_000))
    if (!Number.isSafeInteger(seed)) throw new Error(say('--seed 要写整数', '--seed is a whole number'))
    console.log(say(`种子 ${seed}`, `seed ${seed}`))
    const project = serverBinaries() ? 'postgres' : 'embedded'
    const vitest = await createVitest('test', { watch: false, project: [project] })
    vitest.provide('model', { numRuns: Number(count), seed })
    await vitest.start(['lib/payments/model.db.test.ts'])
    const failed = vitest.state.getCountOfFailedTests()
    await vitest.close()
    return failed > 0 ? 1 : 0
  },
)
