// A program in another language, for programs.ts: it ends with this process, which ends with the test.
import { spawn } from 'node:child_process'

const [command = '', ...args] = process.argv.slice(2)
const child = spawn(command, args, { stdio: 'inherit' })
child.on('exit', (code) => process.exit(code ?? 1))
process.on('SIGTERM', () => process.exit())
process.on('exit', () => child.kill('SIGKILL'))
