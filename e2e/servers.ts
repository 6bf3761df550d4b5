import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { startProgram } from './programs'

const READY = /^担保 Danbao (?:gateway )?is ready: (\S+)/

/** Lines that no server may print: an error that nothing caught, or a frame of its stack. Log lines are JSON. */
const FAULT =
  /unhandledRejection|UnhandledPromiseRejection|uncaughtException|^ +at .*(:\d+:\d+\)?|<anonymous>\)?)$/

const faults: string[] = []
/** What servers have printed of it since this was called last. */
export const takeFaults = () => faults.splice(0)

export interface ServerOptions {
  port: number
  databasePort: number
  env?: Record<string, string>
  /** The folder of the program: this one, or another clone. */
  folder?: string
  /** `dev` or `gateway`. */
  args?: string[]
}

/** Runs `npm start` with these settings; `url` is what its line of readiness names. Throws its output when it ends before it is ready. */
export async function startServer({ port, databasePort, env = {}, folder = '.', args = [] }: ServerOptions) {
  const settings = { PORT: String(port), DATABASE_PORT: String(databasePort), ...env }
  const program = startProgram(join(folder, 'scripts/start.js'), args, settings)
  const { child, ended } = program
  let output = ''
  const ready = new Promise<string>((resolve) => {
    for (const stream of [child.stdout, child.stderr])
      if (stream)
        createInterface(stream).on('line', (line) => {
          output += `${line}\n`
          if (FAULT.test(line)) faults.push(line)
          const url = READY.exec(line)?.[1]
          if (url) resolve(url)
        })
  })
  const end = async (signal: NodeJS.Signals) => {
    child.kill(signal)
    await ended
  }
  const url = await Promise.race([
    ready,
    ended.then((code) => {
      throw new Error(`The server ended with code ${code} before it was ready:\n${output}`)
    }),
  ])
  return {
    url,
    program,
    pid: child.pid ?? 0,
    output: () => output,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

/** Deletes the database of a port, on which no server may run: the next one begins with an empty database. */
export function emptyDatabase(databasePort: number) {
  // retries: a database that was killed may still hold its files
  rmSync(`data/${databasePort}`, { recursive: true, force: true, maxRetries: 20 })
}
