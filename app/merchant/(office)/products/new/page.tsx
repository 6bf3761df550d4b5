import { readFlash } from '@/app/forms/flash'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { listCategories } from '@/lib/catalog/categories'
import { BLANK_PRODUCT } from '@/lib/catalog/product-fields'
import { language } from '@/lib/language'
import { ProductForm } from '../product-form'
import { productWords } from '../product-words'
import { TypedProduct } from '../typed-product'

export const generateMetadata = pageTitle(productWords, 'add')

export default async function NewProductPage({ searchParams }: PageProps<'/merchant/products/new'>) {
  await requireMerchant()
  const typed = await readFlash(await searchParams, TypedProduct)
  const spoken = await language()
  const words = productWords[spoken]
  return (
    <>
      <h1>{words.add}</h1>
      <ProductForm
        language={spoken}
        id="new"
        categories={await listCategories()}
        fields={typed?.fields ?? BLANK_PRODUCT}
        errors={typed?.errors ?? {}}
      />
    </>
  )
}
