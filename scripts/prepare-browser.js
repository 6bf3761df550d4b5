// What the browser tests need of the machine: Chromium and a Chinese font. Found, or else installed, or else said.
import { spawnSync } from 'node:child_process'
import { findChromium } from './find-chromium.js'

/** A download that takes longer than this will not end: the tests say what to do instead. */
const DOWNLOAD_MS = 10 * 60_000

const isRoot = process.getuid?.() === 0

/** Throws, with a sentence that says what to install, where a browser or a Chinese font is missing and cannot be had. */
export function prepareBrowser() {
  if (!starts(findChromium())) installChromium()
  if (process.platform === 'linux' && !hasChineseFont()) installFont()
}

function installChromium() {
  console.log(
    'The browser tests need Chromium or Chrome, and there is none: downloading Playwright’s (170 MB, once).',
  )
  const withLibraries = isRoot ? ['--with-deps'] : []
  const install = [
    'node_modules/@playwright/test/cli.js',
    'install',
    '--no-shell',
    ...withLibraries,
    'chromium',
  ]
  succeeds(process.execPath, install)
  if (!starts(findChromium())) installPackages('chromium')
  const found = findChromium()
  if (!found)
    throw new Error(
      'The browser tests need Chromium or Chrome, and neither was found or could be downloaded: install one ' +
        '(as root: apt-get install chromium), or set CHROMIUM_PATH to its program, and run npm test again.',
    )
  if (!starts(found))
    throw new Error(
      `${found} does not start: where it lacks libraries of the system, run npx playwright install-deps chromium as root; ` +
        'or set CHROMIUM_PATH to another Chromium or Chrome; and run npm test again.',
    )
}

function installFont() {
  installPackages('fonts-noto-cjk', 'fontconfig')
  if (!hasChineseFont())
    throw new Error(
      'The browser tests need a Chinese font, and fc-list names none: install one ' +
        '(as root: apt-get install fonts-noto-cjk fontconfig), and run npm test again.',
    )
}

/** Debian's; elsewhere, and without root, nothing happens. @param {string[]} names */
function installPackages(...names) {
  if (!isRoot) return
  console.log(`Installing with apt-get: ${names.join(', ')}.`)
  if (succeeds('apt-get', ['update', '-qq']))
    succeeds('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...names])
}

const hasChineseFont = () =>
  spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0

/** Chrome on Windows opens a window when it is asked for its version. @param {string | undefined} path */
const starts = (path) =>
  path !== undefined && (process.platform === 'win32' || spawnSync(path, ['--version']).status === 0)

/** What it says of its failure is not shown: the sentence at the end is. @param {string} program @param {string[]} args */
function succeeds(program, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  return spawnSync(program, args, { stdio: 'ignore', timeout: DOWNLOAD_MS, env }).status === 0
}
