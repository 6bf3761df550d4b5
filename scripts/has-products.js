import pg from 'pg'

/** Whether the shelf was ever filled. Without Prisma's client, which costs a start half a second. @param {string} databaseUrl */
export async function hasProducts(databaseUrl) {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query('SELECT EXISTS (SELECT FROM "shop"."Product") AS found')
    return rows[0].found
  } finally {
    await client.end()
  }
}
