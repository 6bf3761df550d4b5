import { readFileSync } from 'node:fs'
import pg from 'pg'

/**
 * Puts the first products on an empty shelf; one that was ever filled stays as the merchant left it.
 * @param {string} databaseUrl @param {string} [file] the products, as JSON
 * @returns how many products were put there, and how many there are now, those withdrawn from sale included
 */
export async function seed(databaseUrl, file = 'prisma/shop/products.json') {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query(INSERT, [readFileSync(file, 'utf8')])
    const { rowCount } = await client.query('SELECT FROM "shop"."Product"')
    return { added: new Set(rows.map(({ productId }) => productId)).size, present: rowCount ?? 0 }
  } finally {
    await client.end()
  }
}

const INSERT = `
  WITH product AS (
    INSERT INTO "shop"."Product" (
      "id", "slug", "name", "nameEn", "description", "descriptionEn", "category", "picture", "virtual",
      "freePostage", "position"
    )
    SELECT gen_random_uuid()::text, "slug", "name", COALESCE("nameEn", ''), "description", COALESCE("descriptionEn", ''),
      "category", "picture", COALESCE("virtual", false), COALESCE("freePostage", false), "position"
    FROM jsonb_to_recordset($1::jsonb) AS product (
      "slug" text, "name" text, "nameEn" text, "description" text, "descriptionEn" text, "category" text,
      "picture" text, "virtual" boolean, "freePostage" boolean, "position" int
    )
    WHERE NOT EXISTS (SELECT FROM "shop"."Product")
    ON CONFLICT ("slug") DO NOTHING
    RETURNING "id", "slug"
  )
  INSERT INTO "shop"."Variant" ("id", "productId", "name", "nameEn", "priceFen", "stock", "position")
  SELECT gen_random_uuid()::text, product."id", "name", COALESCE("nameEn", ''), "priceFen", "stock", ordinal
  FROM product
  JOIN jsonb_array_elements($1::jsonb) AS seed ON seed ->> 'slug' = product."slug"
  CROSS JOIN ROWS FROM (
    jsonb_to_recordset(seed -> 'variants') AS ("name" text, "nameEn" text, "priceFen" int, "stock" int)
  ) WITH ORDINALITY AS variant ("name", "nameEn", "priceFen", "stock", ordinal)
  RETURNING "productId"`
