// Finds what the browser tests need on the machine, Chromium and a Chinese font, or installs it, or says what to install.
import { spawnSync } from 'node:child_process'
import { installPackages, isRoot, succeeds } from './apt.js'
import { findChromium } from './find-chromium.js'
import { say } from './say.js'

/** Throws a sentence that says what to install, when a browser or a Chinese font is missing and cannot be installed. */
export function prepareBrowser() {
  if (!starts(findChromium())) installChromium()
  if (process.platform === 'linux' && !hasChineseFont()) installFont()
}

function installChromium() {
  console.log(
    say(
      '浏览器测试要用 Chromium 或 Chrome，本机没有：正在下载 Playwright 的（170 MB，只下载一次）。',
      'The browser tests need Chromium or Chrome, and there is none: downloading Playwright’s (170 MB, once).',
    ),
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
  if (!starts(findChromium())) installPackages('chromium-headless-shell')
  const found = findChromium()
  if (!found)
    throw new Error(
      say(
        '浏览器测试要用 Chromium 或 Chrome，本机没有，也下载不到：装一个（用 root：apt-get install chromium），或者把 CHROMIUM_PATH 设成它的程序，再运行 npm test。',
        'The browser tests need Chromium or Chrome, and neither was found or could be downloaded: install one (as root: apt-get install chromium), or set CHROMIUM_PATH to its program, and run npm test again.',
      ),
    )
  if (!starts(found))
    throw new Error(
      say(
        `${found} 启动不了：如果是缺系统的库，用 root 运行 npx playwright install-deps chromium；或者把 CHROMIUM_PATH 设成别的 Chromium 或 Chrome；再运行 npm test。`,
        `${found} does not start: where it lacks libraries of the system, run npx playwright install-deps chromium as root; or set CHROMIUM_PATH to another Chromium or Chrome; and run npm test again.`,
      ),
    )
}

function installFont() {
  installPackages('fonts-noto-cjk', 'fontconfig')
  if (!hasChineseFont())
    throw new Error(
      say(
        '浏览器测试要用中文字体，fc-list 列不出：装一种（用 root：apt-get install fonts-noto-cjk fontconfig），再运行 npm test。',
        'The browser tests need a Chinese font, and fc-list names none: install one (as root: apt-get install fonts-noto-cjk fontconfig), and run npm test again.',
      ),
    )
}

const hasChineseFont = () =>
  spawnSync('fc-list', [':lang=zh'], { encoding: 'utf8' }).stdout?.trim().length > 0

/** Whether a browser starts; not tried on Windows, where Chrome opens a window when it is asked for its version. @param {string | undefined} path */
const starts = (path) =>
  path !== undefined && (process.platform === 'win32' || spawnSync(path, ['--version']).status === 0)
