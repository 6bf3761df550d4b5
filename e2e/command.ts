import { text } from 'node:stream/consumers'
import { startProgram } from './programs'

/** Runs a command of scripts/ as npm does, with these settings and no others. */
export async function run(
  command: string,
  options: readonly string[] = [],
  env: Record<string, string> = {},
) {
  const { child, ended } = startProgram(`scripts/${command}`, options, env)
  const said = [child.stdout, child.stderr].map((stream) => (stream ? text(stream) : ''))
  const code = (await ended) ?? -1
  return { code, output: (await Promise.all(said)).join('') }
}
