/**
 * `npm run bench [-- NAME ...]`: the figures of docs/figures.md, each a ratio with the plain figures beside it. The exit code is 1
 * where an aim is missed by more than a tenth.
 */
import { report } from './figure'
import { firstStart } from './first-start'
import { interfaces } from './interfaces'
import { lists } from './lists'
import { notifications } from './notifications'
import { pageRates } from './page-rates'
import { payment } from './payment'
import { processes } from './processes'
import { memory } from './memory'
import { transactions } from './transactions'
import { verify } from './verify'

const SECTIONS = {
  verify,
  notifications,
  interfaces,
  transactions,
  pages: pageRates,
  lists,
  payment,
  processes,
  memory,
  'first-start': firstStart,
}
type Section = keyof typeof SECTIONS
const isSection = (name: string): name is Section => Object.hasOwn(SECTIONS, name)

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !isSection(name))
if (unknown.length > 0)
  throw new Error(`Unknown: ${unknown.join(', ')}. There are ${Object.keys(SECTIONS).join(', ')}.`)
let missed = 0
for (const [name, measure] of Object.entries(SECTIONS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  console.log(`\n${name}`)
  for (const figure of await measure()) if (report(figure)) missed += 1
}
process.exit(missed > 0 ? 1 : 0)
