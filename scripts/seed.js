import { readFileSync } from 'node:fs'
import pg from 'pg'

/** Puts the first products on the shelf; those that are there stay as the merchant left them. @param {string} databaseUrl */
export async function seed(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query(INSERT, [readFileSync('prisma/shop/products.json', 'utf8')])
  } finally {
    await client.end()
  }
}

const INSERT = `
  INSERT INTO "shop"."Product" ("id", "slug", "name", "description", "priceFen", "postageFen", "virtual", "position")
  SELECT gen_random_uuid()::text, "slug", "name", "description", "priceFen", "postageFen",
    COALESCE("virtual", false), "position"
  FROM jsonb_to_recordset($1::jsonb) AS product
    ("slug" text, "name" text, "description" text, "priceFen" int, "postageFen" int, "virtual" boolean, "position" int)
  ON CONFLICT ("slug") DO NOTHING`
