import { readFlash } from '@/app/forms/flash'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { pageTitle } from '@/app/ui/page-title'
import { BLANK_VARIANT, type ProductFields } from '@/lib/catalog/product-fields'
import { language } from '@/lib/language'
import { ProductForm } from '../product-form'
import { productWords } from '../product-words'
import { TypedProduct } from '../typed-product'

export const generateMetadata = pageTitle(productWords, 'add')

const BLANK: ProductFields = {
  slug: '',
  name: '',
  nameEn: '',
  description: '',
  descriptionEn: '',
  category: '',
  virtual: false,
  freePostage: false,
  onSale: true,
  seenRevision: '',
  variants: [BLANK_VARIANT],
}

export default async function NewProductPage({ searchParams }: PageProps<'/merchant/products/new'>) {
  await requireMerchant()
  const typed = await readFlash(await searchParams, TypedProduct)
  const spoken = await language()
  const words = productWords[spoken]
  return (
    <>
      <h1 className="text-2xl font-semibold">{words.add}</h1>
      <p className="mt-2 text-muted">{words.pictureLater}</p>
      <ProductForm language={spoken} id="new" fields={typed?.fields ?? BLANK} errors={typed?.errors ?? {}} />
    </>
  )
}
