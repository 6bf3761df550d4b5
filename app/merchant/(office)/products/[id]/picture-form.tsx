import { ProductPicture } from '@/app/ui/product-picture'
import { PICTURE_TYPES } from '@/lib/catalog/picture-type'
import type { FullProduct } from '@/lib/catalog/search-products'
import { wordsIn } from '@/lib/language'
import { productWords } from '../product-words'

/** The product's picture; `outcome` is the address's code for the last upload. */
export async function PictureForm({ product, outcome }: { product: FullProduct; outcome: unknown }) {
  const words = await wordsIn(productWords)
  const refusal = Object.entries(words.refusals).find(([word]) => word === outcome)?.[1]
  return (
    <section aria-labelledby="picture-title" className="card mt-6 p-5">
      <h2 id="picture-title" className="text-lg font-medium">
        {words.picture}
      </h2>
      <form
        action={`/merchant/products/${product.id}/picture`}
        method="post"
        encType="multipart/form-data"
        className="mt-3 flex flex-wrap items-start gap-5"
      >
        <ProductPicture src={product.picture} className="w-40 border border-line" />
        <div className="min-w-0 flex-1 basis-64">
          <label htmlFor="picture" className="font-medium">
            {product.picture ? words.otherPicture : words.choosePicture}
          </label>
          <input
            id="picture"
            name="picture"
            type="file"
            accept={PICTURE_TYPES.join()}
            aria-describedby="picture-hint"
            aria-invalid={refusal ? true : undefined}
            className={`field mt-1 ${refusal ? 'border-bad' : ''}`}
          />
          <p
            id="picture-hint"
            role={refusal && 'alert'}
            className={`mt-1 text-sm ${refusal ? 'text-bad' : 'text-muted'}`}
          >
            {refusal ?? words.pictureHint}
          </p>
          {outcome === 'saved' && (
            <p role="status" className="mt-1 text-sm">
              {words.pictureSaved}
            </p>
          )}
          <div className="mt-3 flex flex-wrap gap-3">
            <button className="button-plain">{words.upload}</button>
            {product.picture && (
              <button
                name="remove"
                value="1"
                className="min-h-11 cursor-pointer px-2 text-bad underline underline-offset-2"
              >
                {words.removePicture}
              </button>
            )}
          </div>
        </div>
      </form>
    </section>
  )
}
