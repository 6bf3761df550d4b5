import Link from 'next/link'
import { notFound } from 'next/navigation'
import { readFlash } from '@/app/forms/flash'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { formatYuan } from '@/lib/alipay/money'
import { localizedName } from '@/lib/catalog/products'
import type { ProductFields } from '@/lib/catalog/product-fields'
import { findFullProduct, type FullProduct } from '@/lib/catalog/search-products'
import { language } from '@/lib/language'
import { ProductForm } from '../product-form'
import { productWords } from '../product-words'
import { TypedProduct } from '../typed-product'
import { DeleteForm } from './delete-form'
import { PictureForm } from './picture-form'

export const generateMetadata = pageTitle(productWords, 'title')

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
    <>
      <p className="flex flex-wrap justify-between gap-x-4 text-sm">
        <Link href="/merchant/products" prefetch={false} className="link">
          {words.allProducts}
        </Link>
        {product.onSale && (
          <Link href={`/products/${product.slug}`} prefetch={false} className="link">
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
    </>
  )
}

const fieldsOf = ({ revision, variants, ...product }: FullProduct): ProductFields => ({
  ...product,
  seenRevision: revision,
  variants: variants.map(({ priceFen, stock, ...variant }) => ({
    ...variant,
    price: formatYuan(priceFen),
    stock: String(stock),
    seenStock: String(stock),
    removed: false,
  })),
})
