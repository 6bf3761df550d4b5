import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { MerchantFrame } from '@/app/merchant/merchant-frame'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { formatYuan } from '@/lib/alipay/money'
import type { ProductFields } from '@/lib/catalog/read-product'
import { findFullProduct, type FullProduct } from '@/lib/catalog/search-products'
import { ProductForm } from '../product-form'
import { saveProduct } from '../save'
import { DeleteForm } from './delete-form'
import { PictureForm } from './picture-form'

export const metadata: Metadata = { title: '商品' }

/** One product: its picture, its texts, what it costs, how much there is of it. */
export default async function ProductPage({ params, searchParams }: PageProps<'/merchant/products/[id]'>) {
  await requireMerchant()
  const product = await findFullProduct((await params).id)
  if (!product) notFound()
  const { saved, picture } = await searchParams
  return (
    <MerchantFrame>
      <p className="text-sm">
        <Link href="/merchant/products" prefetch={false} className="text-accent underline underline-offset-2">
          全部商品
        </Link>
      </p>
      <h1 className="mt-1 text-2xl font-semibold [overflow-wrap:anywhere]">{product.name}</h1>
      {saved !== undefined && (
        <p role="status" className="card mt-4 p-4">
          商品已保存。{product.onSale ? '买家现在看到的就是它。' : '它不在架上，买家看不到。'}
        </p>
      )}
      <PictureForm product={product} outcome={picture} />
      {/* made anew after each saving: the stock may be another by now */}
      <ProductForm key={String(saved)} fields={fieldsOf(product)} save={saveProduct.bind(null, product.id)} />
      <DeleteForm product={product} />
    </MerchantFrame>
  )
}

const fieldsOf = (product: FullProduct): ProductFields => ({
  ...{ slug: product.slug, name: product.name, nameEn: product.nameEn, category: product.category },
  ...{ description: product.description, descriptionEn: product.descriptionEn },
  ...{ virtual: product.virtual, freePostage: product.freePostage, onSale: product.onSale },
  variants: product.variants.map(({ id, name, nameEn, priceFen, stock }) => ({
    ...{ id, name, nameEn, price: formatYuan(priceFen), stock: String(stock), seenStock: String(stock) },
    removed: false,
  })),
})
