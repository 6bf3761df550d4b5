import { readdirSync } from 'node:fs'
import { run } from './run.js'
import { say } from './say.js'
import { isStale } from './stale.js'

/** What a build is made of, or more: a change of one file too many builds once for nothing. */
const sources = () => [
  ...['app', 'learn', 'lib', 'prisma', 'public', 'scripts/learn'],
  'scripts/say.js', // which instrumentation-node.ts imports
  ...readdirSync('.').filter((name) => /\.(ts|m?js|json)$/.test(name) && name !== 'next-env.d.ts'),
]

export const needsBuild = () => isStale('.next/BUILD_ID', sources())

/** Builds the shop for production, unless the last build is newer than its sources: `next build` itself always builds. */
export function build() {
  if (!needsBuild()) return
  console.log(say('构建网店（1 到 3 分钟）……', 'Building the shop (1 to 3 minutes) ...'))
  run('node node_modules/next/dist/bin/next build')
}
