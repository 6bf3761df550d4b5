// npm run db:seed: fills the shelf of a shop that never had one. Safe to run again; npm start does it by itself.
import { parseEnv } from '../lib/env'
import { adoptShop } from './adopt-shop.js'
import { runCommand } from './command.js'
import { openDatabase } from './open-database'
import { say } from './say.js'
import { seed } from './seed.js'

const usage = {
  zh: `npm run db:seed -- [--lang zh|en]

给从来没有商品的货架上货；有过商品的一概不动。`,
  en: `npm run db:seed -- [--lang zh|en]

Fills the shelf of a shop that never had a product. Any other stays as it is.`,
}

void runCommand({ usage }, async () => {
  await adoptShop()
  const database = await openDatabase(parseEnv(process.env), { create: true })
  const { added, present } = await seed(database.url)
  await database.stop()
  console.log(
    added > 0
      ? say(
          `${database.place}：货架上放了 ${added} 种商品`,
          `${database.place}: put ${added} products on the shelf`,
        )
      : say(
          `${database.place}：已经有 ${present} 种商品，没有改动`,
          `${database.place}: has ${present} products already; nothing was changed`,
        ),
  )
  return 0
})
