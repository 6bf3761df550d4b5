import type { Metadata } from 'next'
import { MerchantFrame } from '@/app/merchant/merchant-frame'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { BLANK_VARIANT, type ProductFields } from '@/lib/catalog/product-fields'
import { language } from '@/lib/language'
import { ProductForm } from '../product-form'
import { productWords } from '../product-words'
import { saveProduct } from '../save'

export const generateMetadata = async (): Promise<Metadata> => ({ title: productWords[await language()].add })

const BLANK: ProductFields = {
  ...{ slug: '', name: '', nameEn: '', description: '', descriptionEn: '', category: '' },
  ...{ virtual: false, freePostage: false, onSale: true },
  seenRevision: '',
  variants: [BLANK_VARIANT],
}

export default async function NewProductPage() {
  await requireMerchant()
  const spoken = await language()
  const words = productWords[spoken]
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">{words.add}</h1>
      <p className="mt-2 text-muted">{words.pictureLater}</p>
      <ProductForm language={spoken} fields={BLANK} save={saveProduct.bind(null, null)} />
    </MerchantFrame>
  )
}
