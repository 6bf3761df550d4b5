import { PICTURE_TYPES } from '@/lib/catalog/picture-type'
import type { PictureRefusal } from '@/lib/catalog/save-picture'
import type { FullProduct } from '@/lib/catalog/search-products'
import { ProductPicture } from '../product-picture'

const REFUSALS: Record<PictureRefusal, string> = {
  none: '没有选文件，或者文件是空的：请先选一张图片。',
  too_big: '文件超过 2 MB：请缩小以后再传。',
  not_a_picture: '这个文件的内容不是 PNG、JPEG 或 WebP 图片，不管它叫什么名字：请换一个文件。',
}

const isRefusal = (word: unknown): word is PictureRefusal =>
  typeof word === 'string' && Object.hasOwn(REFUSALS, word)

/** The product's picture; `outcome` is what the address says of the last upload. */
export function PictureForm({ product, outcome }: { product: FullProduct; outcome: unknown }) {
  const refusal = isRefusal(outcome) ? REFUSALS[outcome] : undefined
  return (
    <section aria-labelledby="picture-title" className="card mt-6 p-5">
      <h2 id="picture-title" className="text-lg font-medium">
        图片
      </h2>
      <form
        action={`/merchant/products/${product.id}/picture`}
        method="post"
        encType="multipart/form-data"
        className="mt-3 flex flex-wrap items-start gap-5"
      >
        <ProductPicture picture={product.picture} className="size-32" />
        <div className="min-w-0 flex-1 basis-64">
          <label htmlFor="picture" className="font-medium">
            {product.picture ? '换一张图片' : '选一张图片'}
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
            {refusal ?? 'PNG、JPEG 或 WebP，最大 2 MB；方形的最好看。'}
          </p>
          {outcome === 'saved' && (
            <p role="status" className="mt-1 text-sm">
              图片已更新。
            </p>
          )}
          <div className="mt-3 flex flex-wrap gap-3">
            <button className="button-plain">上传图片</button>
            {product.picture && (
              <button
                name="remove"
                value="1"
                className="min-h-11 cursor-pointer px-2 text-bad underline underline-offset-2"
              >
                去掉图片
              </button>
            )}
          </div>
        </div>
      </form>
    </section>
  )
}
