import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readFlash } from '@/app/flash'
import { MerchantFrame } from '@/app/merchant/merchant-frame'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { formatYuan } from '@/lib/alipay/money'
import { localizedName } from '@/lib/catalog/products'
import type { ProductFields } from '@/lib/catalog/product-fields'
import { findFullProduct, type FullProduct } from '@/lib/catalog/search-products'
import { language, wordsIn } from '@/lib/language'
import { ProductForm } from '../product-form'
import { productWords } from '../product-words'
import { TypedProduct } from '../typed-product'
import { DeleteForm } from './delete-form'
import { PictureForm } from './picture-form'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await wordsIn(productWords)).title,
})

/** One product: its picture, its texts, what it costs, how much there is of it. */
export default async function ProductPage({ params, searchParams }: PageProps<'/merchant/products/[id]'>) {
  await requireMerchant()
  const product = await findFullProduct((await params).id)
  if (!product) notFound()
  const query = await searchParams
  const { saved, picture, ask } = query
  const typed = await readFlash(query, TypedProduct)
  const spoken = await language()
  const words = productWords[spoken]
  return (
    <MerchantFrame>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <Link href="/merchant/products" prefetch={false} className={LINK}>
          {words.allProducts}
        </Link>
        {product.onSale && (
          <Link href={`/products/${product.slug}`} prefetch={false} className={LINK}>
            {words.seeInShop}
          </Link>
        )}
      </p>
      <h1
        translate={product.nameEn ? undefined : 'no'}
        className="mt-1 text-2xl font-semibold [overflow-wrap:anywhere]"
      >
        {localizedName(spoken, product)}
      </h1>
      {saved !== undefined && (
        <p role="status" className="card mt-4 p-4">
          {words.saved(product.onSale)}
        </p>
      )}
      <PictureForm product={product} outcome={picture} />
      <ProductForm
        language={spoken}
        id={product.id}
        fields={typed?.fields ?? fieldsOf(product)}
        errors={typed?.errors ?? {}}
      />
      <DeleteForm product={product} asks={ask === 'delete'} />
    </MerchantFrame>
  )
}

const LINK = 'text-accent underline underline-offset-2'

const fieldsOf = (product: FullProduct): ProductFields => ({
  ...{ slug: product.slug, name: product.name, nameEn: product.nameEn, category: product.category },
  ...{ description: product.description, descriptionEn: product.descriptionEn },
  ...{ virtual: product.virtual, freePostage: product.freePostage, onSale: product.onSale },
  seenRevision: product.revision,
  variants: product.variants.map(({ id, name, nameEn, priceFen, stock }) => ({
    ...{ id, name, nameEn, price: formatYuan(priceFen), stock: String(stock), seenStock: String(stock) },
    removed: false,
  })),
})
