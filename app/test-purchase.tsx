import { localizedName, type ShelfProduct } from '@/lib/catalog/products'
import { language } from '@/lib/language'
import { FormId } from './form-id'
import { shelfWords } from './shelf-words'
import { ProductPicture } from './ui/product-picture'
import { ShopLink } from './ui/shop-link'
import { SubmitButton } from './ui/submit-button'

/** For those who want to see the whole way of a payment: the test purchase, one press away, and the direct payment. */
export async function TestPurchase({ products }: { products: ShelfProduct[] }) {
  const product = products.find(({ category }) => category === 'test')
  const [variant] = product?.variants ?? []
  if (!product || !variant) return null
  const spoken = await language()
  const words = shelfWords[spoken]
  const name = localizedName(spoken, product)
  return (
    <section
      aria-label={words.test}
      className="card mt-6 flex flex-wrap items-center gap-x-5 gap-y-3 border-dashed p-4"
    >
      <ProductPicture src={product.picture} className="w-20 shrink-0" />
      <div className="min-w-0 flex-1 basis-52 space-y-1 text-sm text-muted">
        <h2 className="text-base font-medium text-ink">
          <ShopLink href={`/products/${product.slug}`} className="underline-offset-2 hover:underline">
            {name}
          </ShopLink>
        </h2>
        <p>{words.testPurchase}</p>
        <p>
          <ShopLink href="/direct-pay" className="text-accent underline underline-offset-2">
            {words.directPay}
          </ShopLink>
        </p>
      </div>
      <form action="/buy" method="post" className="w-full sm:w-auto">
        <FormId />
        <input type="hidden" name="variant" value={variant.id} />
        <input type="hidden" name="quantity" value="1" />
        <SubmitButton className="button w-full" aria-label={words.buyThis(name)}>
          {words.buy}
        </SubmitButton>
      </form>
    </section>
  )
}
