// npm run bench | npm run bench:pages: installs the packages of the benchmarks, checks their types and runs one of them.
import { runCommand } from './command.js'
import { run } from './run.js'
import { say } from './say.js'
import { isStale } from './stale.js'

const BENCHMARKS = ['figures', 'pages']

const usage = {
  zh: 'npm run bench -- [名称...] [--lang zh|en]，或者 npm run bench:pages -- [--lang zh|en]',
  en: 'npm run bench -- [NAME...] [--lang zh|en], or npm run bench:pages -- [--lang zh|en]',
}

void runCommand(
  { usage, accepts: ([name]) => BENCHMARKS.includes(name ?? '') },
  async ({ names: [name, ...sections] }) => {
    if (isStale('bench/node_modules/.package-lock.json', ['bench/package-lock.json'])) {
      console.log(
        say(
          '安装测速用的软件包（约 1 分钟，约 0.2 GB）……',
          'Installing what the benchmarks need (about a minute, 0.2 GB) ...',
        ),
      )
      run('npm ci --prefix bench --no-fund --no-audit --loglevel=error')
    }
    run('npx next typegen && npx tsc --noEmit --project bench')
    run(`npx tsx bench/${name}.ts ${sections.join(' ')}`)
    return 0
  },
)
