import type { Metadata } from 'next'
import { MerchantFrame } from '@/app/merchant/merchant-frame'
import { requireMerchant } from '@/app/merchant/require-merchant'
import { BLANK_VARIANT, type ProductFields } from '@/lib/catalog/read-product'
import { ProductForm } from '../product-form'
import { saveProduct } from '../save'

export const metadata: Metadata = { title: '加一件商品' }

const BLANK: ProductFields = {
  ...{ slug: '', name: '', nameEn: '', description: '', descriptionEn: '', category: '' },
  ...{ virtual: false, freePostage: false, onSale: true },
  variants: [BLANK_VARIANT],
}

export default async function NewProductPage() {
  await requireMerchant()
  return (
    <MerchantFrame>
      <h1 className="text-2xl font-semibold">加一件商品</h1>
      <p className="mt-2 text-muted">图片在保存以后上传。</p>
      <ProductForm fields={BLANK} save={saveProduct.bind(null, null)} />
    </MerchantFrame>
  )
}
