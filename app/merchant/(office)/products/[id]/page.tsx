import Link from 'next/link'
import { readFlash } from '@/app/forms/flash'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { FlashNote } from '@/app/ui/flash-note'
import { pageTitle } from '@/app/ui/page-title'
import { formatYuan } from '@/lib/alipay/money'
import { listCategories } from '@/lib/catalog/categories'
import { localizedName, picturesOf } from '@/lib/catalog/products'
import type { ProductFields } from '@/lib/catalog/product-fields'
import { findFullProduct, type FullProduct } from '@/lib/catalog/search-products'
import { language } from '@/lib/language'
import { MissingInOffice } from '../../missing-in-office'
import { ProductForm } from '../product-form'
import { productWords } from '../product-words'
import { TypedProduct } from '../typed-product'
import { DeleteForm } from './delete-form'

export const generateMetadata = pageTitle(productWords, 'title')

export default async function ProductPage({ params, searchParams }: PageProps<'/merchant/products/[id]'>) {
  await requireMerchant()
  const product = await findFullProduct((await params).id)
  if (!product) return <MissingInOffice />
  const query = await searchParams
  const { saved, ask } = query
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
            {words.preview}
          </Link>
        )}
      </p>
      <h1 translate={product.nameEn ? undefined : 'no'} className="mt-1 [overflow-wrap:anywhere]">
        {localizedName(spoken, product)}
      </h1>
      {saved !== undefined && (
        <FlashNote tone="go" className="mt-4">
          {words.saved(product.onSale)}
        </FlashNote>
      )}
      <ProductForm
        language={spoken}
        id={product.id}
        categories={await listCategories()}
        fields={typed?.fields ?? fieldsOf(product)}
        errors={typed?.errors ?? {}}
      />
      <DeleteForm product={product} asks={ask === 'delete'} />
    </>
  )
}

const fieldsOf = ({ revision, variants, tags, tagsEn, facts, ...product }: FullProduct): ProductFields => ({
  ...product,
  seenRevision: revision,
  tags: tags.join('、'),
  tagsEn: tagsEn.join(', '),
  pictures: picturesOf(product),
  facts,
  variants: variants.map(({ priceFen, stock, ...variant }) => ({
    ...variant,
    price: formatYuan(priceFen),
    stock: String(stock),
    seenStock: String(stock),
    removed: false,
  })),
})
