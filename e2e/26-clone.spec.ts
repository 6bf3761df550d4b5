import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { httpBuyer, textIn } from '../scenarios/http-buyer'
import { play } from '../scenarios/play'
import { readScenario } from '../scenarios/scenario'
import { SEATS } from './shops'
import { startServer } from './servers'
import { expect, test } from './test'

/** This working tree as `git clone` and `npm ci` would make it, without the history. */
function cloneTo(folder: string) {
  const list = ['ls-files', '-z', '--cached', '--others', '--exclude-standard']
  const files = spawnSync('git', list, { encoding: 'utf8' }).stdout.split('\0').filter(Boolean)
  for (const file of files) cpSync(file, join(folder, file), { preserveTimestamps: true })
  for (const installed of ['node_modules', 'generated'])
    if (spawnSync('cp', ['-Rpl', installed, folder]).status !== 0)
      // where it cannot be linked
      cpSync(installed, join(folder, installed), { recursive: true, preserveTimestamps: true })
}

const product = (slug: string, name: string, priceFen: number, category: string) => ({
  slug,
  name,
  description: '',
  category,
  picture: '/pictures/longjing.svg',
  position: 1,
  variants: [{ name: '200 克', priceFen, stock: 5 }],
})

const PRODUCTS = [product('beans', '云南小粒咖啡', 1, 'test'), product('grinder', '手摇磨豆机', 5_800, 'pot')]

test('a clone that is made somebody’s own as the README says is built, and sells their goods under their name', async () => {
  test.setTimeout(900_000) // a build of its own
  const folder = mkdtempSync(join(tmpdir(), 'danbao-clone-'))
  const readme = readFileSync('README.md', 'utf8')
  const change = (file: string, edit: (text: string) => string) => {
    expect(readme).toContain(`](${file.replace('(', '%28').replace(')', '%29')})`)
    const before = readFileSync(join(folder, file), 'utf8')
    const after = edit(before)
    expect(after, file).not.toBe(before)
    writeFileSync(join(folder, file), after)
  }
  cloneTo(folder)
  change('prisma/shop/products.json', () => JSON.stringify(PRODUCTS))
  change('app/(shop)/home-words.ts', (words) =>
    words.replaceAll('明前龙井、武夷岩茶、宜兴小壶', '云南的小粒咖啡'),
  )
  change('app/globals.css', (css) => css.replace(/--color-accent: #\w+/, '--color-accent: #6b2f1a'))
  change('lib/catalog/postage.ts', (code) => code.replace(/EXPRESS_FEN = \w+/, 'EXPRESS_FEN = 12_34'))
  change('lib/payments/effects.ts', (code) =>
    code
      .replace(/^/, "import { logResult } from '../log'\n")
      .replace(
        /(EffectHandler\[\] => \[\n)/,
        "$1{ name: 'thank', on: ['paid'], run: async (_event, order) => logResult('thanked', { orderNo: order.orderNo }) },\n",
      ),
  )
  const env = { ALIPAY_MAINNAME: '山野咖啡' }
  const server = await startServer({ ...SEATS.refused, env, folder })
  try {
    const buyer = httpBuyer(server.url)
    const read = async (path: string) => textIn((await buyer.read(path)) ?? '')
    const shelf = (await read('/')) + (await read('/?category=test')) // the test product stands beside the shelf
    for (const { name } of PRODUCTS) expect(shelf).toContain(name)
    expect(shelf).not.toContain('龙井')
    expect(await read('/direct-pay')).toContain('山野咖啡')
    expect(await read('/products/grinder')).toContain('12.34')
    const [sheet] = /\/_next\/static\/[^"]+\.css/.exec((await buyer.read('/')) ?? '') ?? []
    expect(await buyer.read(sheet ?? '')).toContain('#6b2f1a')

    const scenario = readScenario('paid-shipped-confirmed')
    const steps = scenario.steps.map((step) => (step.do === 'order' ? { ...step, product: 'beans' } : step))
    const { orderNo } = await play({ ...scenario, steps }, { buyer })
    await expect.poll(() => read(`/orders/${orderNo}`)).toContain(scenario.end.state)
    expect(await read(`/orders/${orderNo}`)).toContain('云南小粒咖啡')
    await expect.poll(() => server.output()).toMatch(new RegExp(`${orderNo}.*thanked`))
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
})
