// npm run doctor [-- --lang en]: what is wrong with this installation. Exit code 0: nothing; 1: warnings; 2: errors.
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { tsImport } from 'tsx/esm/api'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
if (existsSync('.env')) process.loadEnvFile?.('.env') // an older Node has none, and is told that it is too old
const { lang } = parseArgs({ options: { lang: { type: 'string', default: 'zh' } } }).values

const { diagnose } = await load()
const { text, code } = await diagnose(process.env, lang === 'en' ? 'en' : 'zh')
process.stdout.write(text)
process.exitCode = code

/** @returns {Promise<typeof import('../lib/doctor/diagnose')>} */
function load() {
  return tsImport('../lib/doctor/diagnose.ts', import.meta.url)
}
