import { run } from './run.js'
import { say } from './say.js'
import { isStale } from './stale.js'

const FOLDERS = ['app', 'lib', 'prisma', 'public']
const FILES = [
  'instrumentation.ts',
  'instrumentation-node.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'scripts/say.js', // which instrumentation-node.ts imports
  'tsconfig.json',
]

export const needsBuild = () => isStale('.next/BUILD_ID', [...FOLDERS, ...FILES])

/** Builds the shop for production, unless the last build is newer than all it was made of. */
export function build() {
  if (!needsBuild()) return
  console.log(say('构建网店（1 到 3 分钟）……', 'Building the shop (1 to 3 minutes) ...'))
  run('node node_modules/next/dist/bin/next build')
}
