import { IdempotencyKey } from '@/app/forms/idempotency-key'
import { ProductPicture } from '@/app/ui/product-picture'
import { ShopLink } from '@/app/ui/shop-link'
import { SubmitButton } from '@/app/ui/submit-button'
import { type findTestProduct, localizedName } from '@/lib/catalog/products'
import { language } from '@/lib/language'
import { shelfWords } from './shelf-words'

/** The shortest ways through a whole payment: the test product with one press, and the direct payment. */
export async function TestPurchase({ product }: { product: Awaited<ReturnType<typeof findTestProduct>> }) {
  const [variant] = product?.variants ?? []
  if (!product || !variant) return null
  const spoken = await language()
  const words = shelfWords[spoken]
  const name = localizedName(spoken, product)
  return (
    <section
      aria-label={words.test}
      className="card mb-8 flex flex-wrap items-center gap-x-5 gap-y-3 border-dashed p-4"
    >
      <ProductPicture src={product.picture} name={name} className="w-20 shrink-0" />
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
        <IdempotencyKey />
        <input type="hidden" name="variant" value={variant.id} />
        <input type="hidden" name="quantity" value="1" />
        <SubmitButton className="button w-full" aria-label={words.buyThis(name)}>
          {words.buy}
        </SubmitButton>
      </form>
    </section>
  )
}
