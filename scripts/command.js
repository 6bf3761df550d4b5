import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { cliLanguage, say } from './say.js'

/** The exit code of a command that was given options or arguments it does not know. */
const MISUSED = 2

const LANGUAGE = {
  lang: { type: /** @type {const} */ ('string') },
  help: { type: /** @type {const} */ ('boolean') },
}

/**
 * Runs a command of this project in its folder. Every command knows --lang zh|en and --help, and prints its usage when it
 * gets options or arguments that are not its own. An error is printed as a sentence in the language of the command line.
 * @template {NonNullable<import('node:util').ParseArgsConfig['options']>} [Options={}]
 * @param {{
 *   usage: { zh: string, en: string },
 *   options?: Options,
 *   accepts?: (names: string[]) => boolean,
 *   failure?: number,
 * }} about `accepts`: which arguments it takes (none); `failure`: the exit code of an error (1)
 * @param {(given: {
 *   values: ReturnType<typeof parseArgs<{ options: Options }>>['values'], names: string[]
 * }) => Promise<number | undefined>} work returns the exit code with which the process ends; undefined: it goes on
 */
export async function runCommand(
  { usage, options, accepts = (names) => names.length === 0, failure = 1 },
  work,
) {
  process.chdir(fileURLToPath(new URL('..', import.meta.url)))
  const usageText = () => `${say('用法', 'Usage')}: ${usage[cliLanguage()]}`
  let given
  try {
    given = parseArgs({ options: { ...options, ...LANGUAGE }, allowPositionals: true })
    const { lang, help } = /** @type {{ lang?: string, help?: boolean }} */ (given.values)
    if (lang !== undefined && lang !== 'zh' && lang !== 'en')
      throw new Error(say('--lang 只能是 zh 或 en', '--lang must be zh or en'))
    if (lang) process.env.LC_ALL = lang === 'zh' ? 'zh_CN.UTF-8' : 'en_US.UTF-8'
    const names = given.positionals
    if (!help && !accepts(names))
      throw new Error(say(`参数不对：${names.join(' ')}`, `These arguments are wrong: ${names.join(' ')}`))
  } catch (error) {
    console.error(`${misuse(error)}\n\n${usageText()}`)
    return process.exit(MISUSED)
  }
  if (/** @type {{ help?: boolean }} */ (given.values).help) {
    console.log(usageText())
    return
  }
  try {
    const { values, positionals } = given
    const code = await work({ values: /** @type {any} */ (values), names: positionals })
    if (code !== undefined) process.exit(code)
  } catch (error) {
    fail(error, failure)
  }
}

/** Prints an error and ends the process. @param {unknown} error @param {number} [code] */
export function fail(error, code = 1) {
  console.error(sentence(error))
  process.exit(code)
}

/** @param {unknown} error */
function sentence(error) {
  if (!(error instanceof Error)) return String(error)
  // a SettingError (lib/env.ts); instanceof fails: importTypeScript makes a class of its own
  if ('tell' in error && typeof error.tell === 'function') return error.tell(cliLanguage())
  return error.cause ? `${error.message}: ${error.cause}` : error.message
}

/** An error of parseArgs, whose own sentences are English only. @param {unknown} error */
function misuse(error) {
  if (!(error instanceof Error)) return String(error)
  if (!('code' in error)) return error.message
  const [, option = ''] = /'(-[^' ]*)/.exec(error.message) ?? []
  return error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION'
    ? say(`没有这个选项：${option}`, `Unknown option: ${option}`)
    : say(`选项用法不对：${option}`, `This option is used wrongly: ${option}`)
}
