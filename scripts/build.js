import { run } from './run.js'
import { isStale } from './stale.js'

const FOLDERS = ['app', 'lib', 'prisma', 'public']
const FILES = [
  'instrumentation.ts',
  'instrumentation-node.ts',
  'next.config.ts',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
]

/** Builds the shop for production, unless the last build is newer than all it was made of. */
export function build() {
  if (isStale('.next/BUILD_ID', [...FOLDERS, ...FILES])) run('node node_modules/next/dist/bin/next build')
}
