// npm run db:seed: fills the shelf of a shop that never had one. Safe to run again; npm start does it by itself.
import { runCommand } from './command.js'
import { say } from './say.js'
import { seed } from './seed'
import { withDatabase } from './with-database'

const usage = {
  zh: `npm run db:seed -- [--lang zh|en]

给从来没有商品的货架上货；有过商品的一概不动。`,
  en: `npm run db:seed -- [--lang zh|en]

Fills the shelf of a shop that never had a product. Any other stays as it is.`,
}

void runCommand({ usage }, () =>
  withDatabase(
    async ({ url, place }) => {
      const { added, present } = await seed(url)
      console.log(
        added > 0
          ? say(`${place}：货架上放了 ${added} 种商品`, `${place}: put ${added} products on the shelf`)
          : say(
              `${place}：已经有 ${present} 种商品，没有改动`,
              `${place}: has ${present} products already; nothing was changed`,
            ),
      )
      return 0
    },
    { create: true },
  ),
)
