import { readFileSync } from 'node:fs'
import pg from 'pg'

/** Puts the first products on an empty shelf; one that was ever filled stays as the merchant left it. @param {string} databaseUrl */
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
  WITH product AS (
    INSERT INTO "shop"."Product" ("id", "slug", "name", "description", "freePostage", "virtual", "position")
    SELECT gen_random_uuid()::text, "slug", "name", "description", COALESCE("freePostage", false), COALESCE("virtual", false), "position"
    FROM jsonb_to_recordset($1::jsonb) AS product
      ("slug" text, "name" text, "description" text, "freePostage" boolean, "virtual" boolean, "position" int)
    WHERE NOT EXISTS (SELECT FROM "shop"."Product")
    ON CONFLICT ("slug") DO NOTHING
    RETURNING "id", "slug"
  )
  INSERT INTO "shop"."Variant" ("id", "productId", "name", "priceFen", "stock")
  SELECT gen_random_uuid()::text, product."id", variant."name", variant."priceFen", variant."stock"
  FROM product
  JOIN jsonb_array_elements($1::jsonb) AS seed ON seed ->> 'slug' = product."slug"
  CROSS JOIN jsonb_to_recordset(seed -> 'variants') AS variant ("name" text, "priceFen" int, "stock" int)`
