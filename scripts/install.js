// Makes what a fresh clone lacks. Imports no package: none may be installed yet.
import { run } from './run.js'
import { say } from './say.js'
import { isStale } from './stale.js'

/** Throws when this Node is older than "engines" in package.json allows. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < 20 || (major === 20 && minor < 19))
    throw new Error(
      say(
        `需要 Node 22 或更新的版本（20.19 也还能用），这里是 ${process.version}：见 https://nodejs.org`,
        `This needs Node 22 or newer (20.19 still works), and this is ${process.version}: see https://nodejs.org`,
      ),
    )
}

export const needsInstall = () => isStale('node_modules/.package-lock.json', ['package-lock.json'])

/** Installs the packages of the lock file, unless they are there. */
export function install() {
  if (!needsInstall()) return
  console.log(
    say(
      '安装软件包（1 到 2 分钟，约 0.9 GB）……',
      'Installing the packages (1 to 2 minutes, about 0.9 GB) ...',
    ),
  )
  // NODE_ENV=production would leave out what the build needs
  run('npm ci --include=dev --loglevel=error')
}

/** Makes the database clients from the schemas, unless they are there. */
export function generate() {
  const stale = ['shop', 'sandbox'].some((room) =>
    isStale(`generated/${room}/client.ts`, [`prisma/${room}/schema.prisma`]),
  )
  if (stale) run('npm run --silent generate')
}
