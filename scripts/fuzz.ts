// npm run fuzz: forges messages, a million of them, and looks whether the shop believes one.
import { randomInt } from 'node:crypto'
import { type Finding, fuzz } from '../lib/messages/testing/fuzz'
import { runCommand } from './command.js'
import { say } from './say.js'

const usage = {
  zh: `npm run fuzz -- [N] [--seed S] [--lang zh|en]

把真的通知改成 N 条（默认 1000000）假的，看店会不会信。同一个 S 造出同样的通知。结束码 0：一条都没信；1：信了。`,
  en: `npm run fuzz -- [N] [--seed S] [--lang zh|en]

Makes N forgeries (1000000) of genuine messages and looks whether the shop believes one. The same S makes the same
messages. Ends with 0 where none was believed, and with 1 where one was.`,
}

const isCount = (text: string | undefined) => text === undefined || /^[1-9]\d{0,8}$/.test(text)

void runCommand(
  {
    usage,
    options: { seed: { type: 'string' } } as const,
    accepts: (names) => names.length <= 1 && isCount(names[0]),
  },
  async ({ names: [count = '1000000'], values }) => {
    if (!isCount(values.seed))
      throw new Error(say('--seed 要写从 1 开始的整数', '--seed is a whole number from 1'))
    const seed = Number(values.seed ?? randomInt(1, 1_000_000_000))
    console.log(say(`种子 ${seed}`, `seed ${seed}`))
    const started = performance.now()
    const { outcomes, findings } = fuzz(Number(count), seed)
    const seconds = (performance.now() - started) / 1000
    const made = [...outcomes.values()].reduce((sum, times) => sum + times, 0)
    for (const [outcome, times] of [...outcomes].toSorted(([, a], [, b]) => b - a))
      console.log(`${String(times).padStart(9)}  ${outcome}`)
    const rate = Math.round(made / seconds)
    console.log(
      say(
        `共 ${made} 条，用了 ${seconds.toFixed(1)} 秒，每秒 ${rate} 条；信了 ${findings.length} 条假的`,
        `${made} messages in ${seconds.toFixed(1)} s, ${rate} a second; ${findings.length} forgeries were believed`,
      ),
    )
    for (const finding of findings) show(finding)
    return findings.length > 0 ? 1 : 0
  },
)

function show({ index, how, differs, bytes }: Finding) {
  console.log(`\n#${index}: ${how.join(', ')}; ${differs.join(', ')}`)
  console.log(
    bytes.replace(/[^\x20-\x7e]/g, (byte) => '%' + byte.charCodeAt(0).toString(16).padStart(2, '0')),
  )
}
