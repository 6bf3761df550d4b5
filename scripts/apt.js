import { spawnSync } from 'node:child_process'
import { say } from './say.js'

/** Limit of a download in milliseconds; after it the tests say what to do instead. */
const DOWNLOAD_MS = 10 * 60_000

export const isRoot = process.getuid?.() === 0

/** Installs packages of Debian; does nothing on other systems or without root. @param {string[]} names */
export function installPackages(...names) {
  if (!isRoot) return
  console.log(say(`正在用 apt-get 安装：${names.join('、')}`, `Installing with apt-get: ${names.join(', ')}`))
  if (succeeds('apt-get', ['update', '-qq']))
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names])
}

/** Its error output is not shown: the caller says what to do. @param {string} program @param {string[]} args */
export function succeeds(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: 'ignore', timeout: DOWNLOAD_MS, env }).status === 0
}
