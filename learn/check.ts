// npx tsx learn/check.ts: compiles every text and prints what is wrong with it.
import { readdirSync, readFileSync } from 'node:fs'
import { compileText } from '../scripts/learn/compile-text.js'

for (const language of ['zh', 'en'])
  for (const name of readdirSync(`learn/${language}`)) {
    const file = `learn/${language}/${name}`
    try {
      await compileText(readFileSync(file, 'utf8'), file)
    } catch (error) {
      console.log(error instanceof Error ? error.message : error)
      process.exitCode = 1
    }
  }
