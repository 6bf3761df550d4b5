import type { Language } from '../dictionary'
import { db } from '../db'
import { localizedName } from './products'

/** A quantity of one variant, with the present price in fen and stock. */
export interface CartLine {
  variantId: string
  productId: string
  slug: string
  /** The names of product and variant in the buyer's language; `name` has both, as an order records them. */
  title: string
  kind: string
  name: string
  picture: string
  category: string
  priceFen: number
  quantity: number
  stock: number
  virtual: boolean
  freePostage: boolean
  /** Why it cannot be ordered now: taken off the shelf, sold out, or less stock than `quantity`. */
  problem: 'withdrawn' | 'sold_out' | 'short' | null
}

const include = { product: true } as const
/** Most variants in a cart, and so in an order. */
export const MOST_LINES = 50
/** Most of one variant. */
export const MOST_OF_ONE = 999

/** A quantity from a form: a whole number from 1 to MOST_OF_ONE; undefined for anything else. */
export function readQuantity(text: unknown): number | undefined {
  return typeof text === 'string' && /^[1-9]\d{0,2}$/.test(text.trim()) ? Number(text) : undefined
}

/** A buyer's cart, oldest line first. */
export async function readCart(buyerId: string, language: Language): Promise<CartLine[]> {
  const items = await db().cartItem.findMany({
    where: { buyerId },
    include: { variant: { include } },
    orderBy: [{ addedAt: 'asc' }, { variantId: 'asc' }],
  })
  return items.map(({ variant, quantity }) => lineOf(variant, quantity, language))
}

/** A line without a cart, for buying at once; null where there is no such variant. */
export async function readLine(
  variantId: string,
  quantity: number,
  language: Language,
): Promise<CartLine | null> {
  const variant = await findVariant(variantId)
  return variant && lineOf(variant, quantity, language)
}

/** The sum of the quantities in the cart. */
export async function countCart(buyerId: string): Promise<number> {
  const { _sum } = await db().cartItem.aggregate({ where: { buyerId }, _sum: { quantity: true } })
  return _sum.quantity ?? 0
}

type CartChange = { kind: 'done' } | { kind: 'not_there' } | { kind: 'full' }

/** Adds a quantity of a variant to the cart, up to MOST_OF_ONE in all. */
export async function addToCart(buyerId: string, variantId: string, quantity: number): Promise<CartChange> {
  const variant = await findVariant(variantId)
  if (!variant?.product.onSale) return { kind: 'not_there' }
  const others = await db().cartItem.count({ where: { buyerId, NOT: { variantId } } })
  if (others >= MOST_LINES) return { kind: 'full' }
  await db().$executeRaw`
    INSERT INTO "shop"."CartItem" ("buyerId", "variantId", "quantity")
    VALUES (${buyerId}, ${variantId}, ${quantity})
    ON CONFLICT ("buyerId", "variantId")
    DO UPDATE SET "quantity" = LEAST("CartItem"."quantity" + EXCLUDED."quantity", ${MOST_OF_ONE}::int)`
  return { kind: 'done' }
}

/** Changes the quantity of a line in the cart. */
export async function setCartQuantity(
  buyerId: string,
  variantId: string,
  quantity: number,
): Promise<CartChange> {
  const { count } = await db().cartItem.updateMany({ where: { buyerId, variantId }, data: { quantity } })
  return { kind: count === 1 ? 'done' : 'not_there' }
}

export async function removeFromCart(buyerId: string, variantId: string): Promise<void> {
  await db().cartItem.deleteMany({ where: { buyerId, variantId } })
}

/** The lines that can be ordered now, and their total in fen. */
export function orderable(lines: CartLine[]): { goods: CartLine[]; goodsFen: number } {
  const goods = lines.filter(({ problem }) => problem === null)
  return { goods, goodsFen: goods.reduce((sum, { priceFen, quantity }) => sum + priceFen * quantity, 0) }
}

/** The id is untrusted. */
async function findVariant(id: string) {
  return /^[\w-]{1,64}$/.test(id) ? db().variant.findUnique({ where: { id }, include }) : null
}

type FullVariant = NonNullable<Awaited<ReturnType<typeof findVariant>>>

function lineOf({ product, ...variant }: FullVariant, quantity: number, language: Language): CartLine {
  const { id: productId, slug, picture, category, virtual, freePostage } = product
  const { id: variantId, priceFen, stock } = variant
  const [title, kind] = [localizedName(language, product), localizedName(language, variant)]
  const problem = !product.onSale ? 'withdrawn' : stock === 0 ? 'sold_out' : stock < quantity ? 'short' : null
  return {
    variantId,
    productId,
    slug,
    title,
    kind,
    name: kind ? `${title} · ${kind}` : title,
    picture,
    category,
    priceFen,
    quantity,
    stock,
    virtual,
    freePostage,
    problem,
  }
}
